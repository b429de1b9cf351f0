package io.anteroom.scenario.schedule;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How well samples fit a distribution. The seeds of all tests are fixed, so a fit that is good
 * enough once is so for ever; the limits only have to be ones that a wrong sampler misses.
 */
final class Fit {
  /** The statistic of a true sample exceeds this once in about a thousand times. */
  static final double KOLMOGOROV_LIMIT = 1.95;

  /** A p-value below this is taken for a misfit. */
  static final double SMALLEST_P = 0.001;

  private Fit() {}

  /** Kolmogorov and Smirnov's statistic, times the root of the sample's size. */
  static double kolmogorov(double[] sample, DoubleUnaryOperator cumulative) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int size = sorted.length;
    double distance = 0;
    for (int rank = 0; rank < size; rank++) {
      double expected = cumulative.applyAsDouble(sorted[rank]);
      distance = Math.max(distance, expected - (double) rank / size);
      distance = Math.max(distance, (rank + 1.0) / size - expected);
    }
    return distance * Math.sqrt(size);
  }

  /** The p-value of Pearson's test that all cells are equally likely. */
  static double evenness(long[] counts) {
    double expected = (double) Arrays.stream(counts).sum() / counts.length;
    double statistic =
        Arrays.stream(counts).mapToDouble(count -> (count - expected) * (count - expected)).sum();
    return ChiSquaredDistribution.of(counts.length - 1).survivalProbability(statistic / expected);
  }

  static double mean(double[] sample) {
    return Arrays.stream(sample).average().orElseThrow();
  }

  /** Coefficient of variation. */
  static double variation(double[] sample) {
    double mean = mean(sample);
    double variance =
        Arrays.stream(sample).map(value -> (value - mean) * (value - mean)).sum()
            / (sample.length - 1);
    return Math.sqrt(variance) / mean;
  }
}
