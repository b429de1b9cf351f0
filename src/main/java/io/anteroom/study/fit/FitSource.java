package io.anteroom.study.fit;

import io.anteroom.study.fit.reader.LogReading;
import io.anteroom.study.fit.reader.Requests;
import io.anteroom.study.fit.reader.Skipped;
import io.anteroom.study.fit.reader.SourceFile;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the data come from, and what of it is used.
 *
 * @param requests that are used
 * @param startedAt when the first one began; empty where the files only say how long after whenever
 * @param spanNanos from the first start to the last one
 * @param skipped lines that are no requests
 * @param labels how many requests have each
 * @param told what was decided while reading
 * @param leftOut requests of other labels
 */
@Json
public record FitSource(
    List<SourceFile> files,
    long requests,
    String startedAt,
    long spanNanos,
    List<Skipped> skipped,
    Map<String, Long> labels,
    List<String> told,
    long leftOut) {
  /** Times before 1980 are no times since 1970 but since whenever a log began. */
  private static final long EARLIEST_NANOS = 315_532_800_000_000_000L;

  public FitSource {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    told = List.copyOf(told);
  }

  static FitSource of(LogReading reading) {
    Requests requests = reading.requests();
    long origin = requests.originNanos();
    return new FitSource(
        reading.files(),
        requests.size(),
        origin < EARLIEST_NANOS
            ? ""
            : Instant.ofEpochSecond(origin / 1_000_000_000L, origin % 1_000_000_000L).toString(),
        requests.spanNanos(),
        reading.skipped(),
        reading.labels(),
        reading.told(),
        reading.left().otherLabels());
  }
}
