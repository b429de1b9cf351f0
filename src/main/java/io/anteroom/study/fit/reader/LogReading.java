package io.anteroom.study.fit.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was read from files.
 *
 * @param skipped lines that are no requests
 * @param labels how many requests have each; empty where they have none
 * @param told what was decided while reading
 * @param durationResolutionNanos the step of the durations
 */
public record LogReading(
    Requests requests,
    List<SourceFile> files,
    List<Skipped> skipped,
    Map<String, Long> labels,
    List<String> told,
    Left left,
    long durationResolutionNanos) {
  public LogReading {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    told = List.copyOf(told);
  }

  /**
   * Requests that were left out.
   *
   * @param otherLabels of other labels than the wanted one
   * @param tooMany beyond {@link Requests#MOST}
   */
  public record Left(long otherLabels, long tooMany) {}
}
