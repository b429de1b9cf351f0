package io.anteroom.result.store;

import io.anteroom.scenario.PercentileLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.Histogram;

/**
 * A table of percentiles that HdrHistogram or its kin printed ({@code .hgrm}), with values in
 * milliseconds: the durations between two of its lines count as the longer one.
 */
final class PercentileTable {
  private static final double NANOS = 1e6;

  private PercentileTable() {}

  /** Its durations in nanoseconds; none where it is no such table. */
  static Histogram read(InputStream in, int significantDigits) throws IOException {
    Histogram durations = new Histogram(significantDigits);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    long before = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      PercentileLine row = PercentileLine.of(line).orElse(null);
      if (row != null && row.count() != null && row.count() > before) {
        durations.recordValueWithCount(Math.round(row.value() * NANOS), row.count() - before);
        before = row.count();
      }
    }
    return durations;
  }
}
