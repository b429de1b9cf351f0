package io.anteroom.study.fit;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * What the data say of holds. Times are in nanoseconds.
 *
 * @param cv standard deviation over mean
 * @param quantiles some of them, ascending
 */
@Json
public record HoldFit(double meanNanos, double cv, long mostNanos, List<Quantile> quantiles) {
  public HoldFit {
    quantiles = List.copyOf(quantiles);
  }

  /** A quantile of the measured holds. */
  @Json
  public record Quantile(double percentile, long nanos) {}

  /** Those of holds in ascending order. */
  static HoldFit of(long[] sorted) {
    double sum = 0;
    for (long one : sorted) {
      sum += one;
    }
    double mean = sum / sorted.length;
    double squares = 0;
    for (long one : sorted) {
      squares += (one - mean) * (one - mean);
    }
    double deviation = sorted.length > 1 ? Math.sqrt(squares / (sorted.length - 1)) : 0;
    return new HoldFit(
        mean,
        mean > 0 ? deviation / mean : 0,
        sorted[sorted.length - 1],
        List.of(quantile(sorted, 50), quantile(sorted, 90), quantile(sorted, 99)));
  }

  private static Quantile quantile(long[] sorted, double percentile) {
    int place = (int) Math.ceil(percentile / 100 * sorted.length) - 1;
    return new Quantile(percentile, sorted[Math.clamp(place, 0, sorted.length - 1)]);
  }
}
