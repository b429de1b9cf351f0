package io.anteroom.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * Durations of a histogram that another tool wrote: an interval log of HdrHistogram ({@code .hlog},
 * nanoseconds) or a table of its percentiles ({@code .hgrm}, milliseconds). They are given as
 * durations that are equally probable and have those percentiles.
 */
final class HistogramFile {
  private static final int COUNT = QuantileSpread.COUNT;
  private static final int SIGNIFICANT_DIGITS = 3;
  private static final String HOLD = "hold";

  private final InputFile file;

  HistogramFile(InputFile file) {
    this.file = file;
  }

  /** Whether a file of that name is one. */
  static boolean isNamed(String name) {
    return name.endsWith(".hlog") || name.endsWith(".hgrm");
  }

  /** Its durations, ascending. */
  DurationList read() {
    try (InputStream in = file.open()) {
      return file.path().toString().endsWith(".hlog") ? log(in) : table(in);
    } catch (IOException failure) {
      throw file.unreadable(failure);
    }
  }

  /** Of a log with several tags those of holds, if it has some: Anteroom's own have waits, too. */
  private DurationList log(InputStream in) {
    Histogram all = new Histogram(SIGNIFICANT_DIGITS);
    Histogram holds = new Histogram(SIGNIFICANT_DIGITS);
    try (HistogramLogReader reader = new HistogramLogReader(in)) {
      while (reader.hasNext()) {
        EncodableHistogram interval = reader.nextIntervalHistogram();
        if (interval instanceof Histogram histogram) {
          (HOLD.equals(histogram.getTag()) ? holds : all).add(histogram);
        }
      }
    } catch (RuntimeException damaged) {
      throw file.refused("no log of histograms, or damaged; write it anew");
    }
    Histogram durations = holds.getTotalCount() > 0 ? holds : all;
    if (durations.getTotalCount() == 0) {
      throw file.refused("no histogram in it; name a log with some");
    }
    long[] nanos = new long[COUNT];
    for (int i = 0; i < COUNT; i++) {
      nanos[i] =
          durations.medianEquivalentValue(durations.getValueAtPercentile((i + 0.5) / COUNT * 100));
    }
    return new DurationList(nanos);
  }

  private DurationList table(InputStream in) throws IOException {
    LongStream.Builder nanos = LongStream.builder();
    QuantileSpread spread = new QuantileSpread(millis -> nanos.add(Math.round(millis * 1e6)));
    new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))
        .lines()
        .flatMap(line -> PercentileLine.of(line).stream())
        .forEach(spread::add);
    long[] durations = nanos.build().toArray();
    if (durations.length == 0) {
      throw file.refused("no table of percentiles; its lines are a value and its percentile");
    }
    return new DurationList(durations);
  }
}
