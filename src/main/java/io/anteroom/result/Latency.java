package io.anteroom.result;

import io.anteroom.measure.Quantiles;
import io.anteroom.measure.RecordedDurations;
import java.util.Map;
import java.util.function.Function;
import org.HdrHistogram.AbstractHistogram;
import org.jspecify.annotations.Nullable;

/**
 * A distribution of durations in brief, in nanoseconds; all figures are 0 where the count is. A
 * percentile of too few durations is here, too, but is none to be shown: {@link #known} tells.
 *
 * @param count how many durations there are
 * @param p99999Nanos null in results that are older
 */
public record Latency(
    long count,
    double meanNanos,
    double stddevNanos,
    long p50Nanos,
    long p90Nanos,
    long p99Nanos,
    long p999Nanos,
    long p9999Nanos,
    @Nullable Long p99999Nanos,
    long maxNanos) {

  private static final Map<Double, Function<Latency, @Nullable Long>> KEPT =
      Map.of(
          50.0, Latency::p50Nanos,
          90.0, Latency::p90Nanos,
          99.0, Latency::p99Nanos,
          99.9, Latency::p999Nanos,
          99.99, Latency::p9999Nanos,
          99.999, Latency::p99999Nanos);

  /** Nothing was measured. */
  public static final Latency NONE = new Latency(0, 0, 0, 0, 0, 0, 0, 0, 0L, 0);

  /** Whether a percentile is a figure: enough durations lie beyond it. */
  public boolean known(double percent) {
    return Quantiles.known(count, percent);
  }

  /**
   * A percentile that is kept, in nanoseconds; null where too few durations lie beyond it, or an
   * older result has not kept it.
   *
   * @param percent 50, 90, 99, 99.9, 99.99 or 99.999
   */
  public @Nullable Long percentileNanos(double percent) {
    Long nanos = KEPT.getOrDefault(percent, latency -> null).apply(this);
    return known(percent) ? nanos : null;
  }

  /**
   * The figures of a histogram of nanoseconds: those that the histogram itself gives, each of which
   * goes through all of it. This goes through it once.
   */
  public static Latency of(AbstractHistogram histogram) {
    return histogram.getTotalCount() == 0 ? NONE : of(RecordedDurations.of(histogram));
  }

  /** The figures of these durations. */
  public static Latency of(RecordedDurations durations) {
    if (durations.count() == 0) {
      return NONE;
    }
    double mean = durations.mean();
    return new Latency(
        durations.count(),
        mean,
        durations.standardDeviation(mean),
        durations.percentile(50),
        durations.percentile(90),
        durations.percentile(99),
        durations.percentile(99.9),
        durations.percentile(99.99),
        durations.percentile(99.999),
        durations.longest());
  }
}
