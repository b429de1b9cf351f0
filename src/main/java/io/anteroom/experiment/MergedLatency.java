package io.anteroom.experiment;

import io.anteroom.result.Latency;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Distributions of which only the figures are kept, as one: count, mean, standard deviation and
 * maximum are those of all durations together, a percentile is the average of the percentiles, by
 * count.
 */
final class MergedLatency {
  private MergedLatency() {}

  static Latency of(List<Latency> all) {
    long count = all.stream().mapToLong(Latency::count).sum();
    if (count == 0) {
      return new Latency(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
    double mean = average(all, count, Latency::meanNanos);
    double variance = average(all, count, one -> square(one.stddevNanos())) + spread(all, count);
    return new Latency(
        count,
        mean,
        Math.sqrt(variance),
        rounded(all, count, Latency::p50Nanos),
        rounded(all, count, Latency::p90Nanos),
        rounded(all, count, Latency::p99Nanos),
        rounded(all, count, Latency::p999Nanos),
        rounded(all, count, Latency::p9999Nanos),
        all.stream().mapToLong(Latency::maxNanos).max().orElse(0));
  }

  /** How far the means lie apart: their variance. */
  private static double spread(List<Latency> all, long count) {
    double mean = average(all, count, Latency::meanNanos);
    return average(all, count, one -> square(one.meanNanos() - mean));
  }

  private static double square(double number) {
    return number * number;
  }

  private static long rounded(List<Latency> all, long count, ToDoubleFunction<Latency> figure) {
    return Math.round(average(all, count, figure));
  }

  private static double average(List<Latency> all, long count, ToDoubleFunction<Latency> figure) {
    double sum = 0;
    for (Latency one : all) {
      sum += one.count() * figure.applyAsDouble(one);
    }
    return sum / count;
  }
}
