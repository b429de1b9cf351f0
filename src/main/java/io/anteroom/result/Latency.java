package io.anteroom.result;

import org.HdrHistogram.AbstractHistogram;

/**
 * A distribution of durations in brief, in nanoseconds; all figures are 0 where the count is.
 *
 * @param count how many durations there are
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
    long maxNanos) {

  /** Nothing was measured. */
  public static final Latency NONE = new Latency(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The figures of a histogram of nanoseconds. */
  public static Latency of(AbstractHistogram histogram) {
    if (histogram.getTotalCount() == 0) {
      return NONE;
    }
    return new Latency(
        histogram.getTotalCount(),
        histogram.getMean(),
        histogram.getStdDeviation(),
        histogram.getValueAtPercentile(50),
        histogram.getValueAtPercentile(90),
        histogram.getValueAtPercentile(99),
        histogram.getValueAtPercentile(99.9),
        histogram.getValueAtPercentile(99.99),
        histogram.getMaxValue());
  }
}
