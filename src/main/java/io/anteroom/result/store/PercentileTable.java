package io.anteroom.result.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * A table of percentiles that HdrHistogram or its kin printed ({@code .hgrm}), with values in
 * milliseconds: the durations between two of its lines count as the longer one.
 */
final class PercentileTable {
  private static final double NANOS = 1e6;

  /** Value, percentile from 0 to 1, how many are no longer. */
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*(\\d{1,15}(?:\\.\\d{1,9})?)[\\s,]+[01]\\.\\d{1,15}[\\s,]+(\\d{1,15})\\b.*");

  private PercentileTable() {}

  /** Its durations in nanoseconds; none where it is no such table. */
  static Histogram read(InputStream in, int significantDigits) throws IOException {
    Histogram durations = new Histogram(significantDigits);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    long before = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher row = LINE.matcher(line);
      if (row.matches()) {
        long count = Long.parseLong(row.group(2));
        if (count > before) {
          double value = new BigDecimal(row.group(1)).doubleValue();
          durations.recordValueWithCount(Math.round(value * NANOS), count - before);
          before = count;
        }
      }
    }
    return durations;
  }
}
