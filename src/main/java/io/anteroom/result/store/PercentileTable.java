package io.anteroom.result.store;

import io.anteroom.scenario.PercentileLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * A table of percentiles that HdrHistogram or its kin printed ({@code .hgrm}), with values in
 * milliseconds: the durations between two of its lines count as the longer one.
 *
 * @param histogram its durations in nanoseconds; none where it is no such table
 * @param meanNanos as its foot says it; NaN where it does not
 */
record PercentileTable(Histogram histogram, double meanNanos) {
  private static final double NANOS = 1e6;

  private static final Pattern MEAN = Pattern.compile("#\\[Mean\\s*=\\s*([0-9.]{1,30})\\s*,.*");

  /** Reads one, whatever else is in it. */
  static PercentileTable read(InputStream in, int significantDigits) throws IOException {
    Histogram durations = new Histogram(significantDigits);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    long before = 0;
    double meanNanos = Double.NaN;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      PercentileLine row = PercentileLine.of(line).orElse(null);
      if (row != null && row.count() != null && row.count() > before) {
        durations.recordValueWithCount(Math.round(row.value() * NANOS), row.count() - before);
        before = row.count();
      }
      Matcher mean = MEAN.matcher(line.strip());
      if (mean.matches()) {
        meanNanos = Double.parseDouble(mean.group(1)) * NANOS;
      }
    }
    return new PercentileTable(durations, meanNanos);
  }
}
