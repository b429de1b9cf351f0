package io.anteroom.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * Durations of a histogram that another tool wrote: an interval log of HdrHistogram ({@code .hlog},
 * nanoseconds) or a table of its percentiles ({@code .hgrm}, milliseconds). They are given as
 * {@value #COUNT} durations, each as probable as the others, which have those percentiles.
 */
final class HistogramFile {
  private static final int COUNT = 10_000;
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

  /** Lines of a value in milliseconds and its percentile; between them durations lie straight. */
  private DurationList table(InputStream in) throws IOException {
    long[] nanos = new long[COUNT];
    int done = 0;
    double lastShare = 0;
    double lastValue = Double.NaN;
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] fields = line.strip().split("\\s+", -1);
      if (fields.length < 2
          || !fields[0].matches("[0-9.]+")
          || !fields[1].matches("[01]?\\.?\\d*")) {
        continue;
      }
      double value = new BigDecimal(fields[0]).doubleValue();
      double share = new BigDecimal(fields[1]).doubleValue();
      while (done < COUNT && (done + 0.5) / COUNT <= share) {
        double part = ((done + 0.5) / COUNT - lastShare) / (share - lastShare);
        double between = Double.isNaN(lastValue) ? value : lastValue + part * (value - lastValue);
        nanos[done++] = Math.round(between * 1e6);
      }
      lastShare = share;
      lastValue = value;
    }
    if (done == 0) {
      throw file.refused("no table of percentiles; its lines are a value and its percentile");
    }
    return new DurationList(Arrays.copyOf(nanos, done));
  }
}
