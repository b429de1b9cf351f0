package io.anteroom.run.engine;

import io.anteroom.measure.Quantiles;
import org.HdrHistogram.Histogram;

/**
 * Waits in five figures.
 *
 * @param count how many were measured; where there is none, the other figures are 0
 */
public record Waits(long count, long p50Nanos, long p90Nanos, long p99Nanos, long maxNanos) {
  static Waits of(Histogram waits) {
    if (waits.getTotalCount() == 0) {
      // A percentile goes through all the counts, also where there are none.
      return new Waits(0, 0, 0, 0, 0);
    }
    return new Waits(
        waits.getTotalCount(),
        waits.getValueAtPercentile(50),
        waits.getValueAtPercentile(90),
        waits.getValueAtPercentile(99),
        waits.getMaxValue());
  }

  /** Whether a percentile is a figure: enough waits lie beyond it. */
  public boolean known(double percent) {
    return Quantiles.known(count, percent);
  }
}
