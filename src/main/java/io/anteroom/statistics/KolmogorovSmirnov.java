package io.anteroom.statistics;

import java.util.function.DoubleUnaryOperator;

/** How far a sample lies from a distribution: the greatest difference of the two functions. */
public final class KolmogorovSmirnov {
  private KolmogorovSmirnov() {}

  /**
   * The distance, from 0 to 1.
   *
   * @param sorted the sample, ascending
   * @param cumulative the distribution
   */
  public static double distance(double[] sorted, DoubleUnaryOperator cumulative) {
    double greatest = 0;
    int count = sorted.length;
    for (int i = 0; i < count; i++) {
      double at = cumulative.applyAsDouble(sorted[i]);
      greatest = Math.max(greatest, Math.max((i + 1.0) / count - at, at - (double) i / count));
    }
    return greatest;
  }

  /**
   * How probable a distance as great is by chance, where the distribution was not fitted to the
   * sample: Kolmogorov's limit with Stephens' correction for small samples (Stephens: Use of the
   * Kolmogorov-Smirnov, Cramér-von Mises and Related Statistics Without Extensive Tables, JRSS B
   * 32, 1970).
   */
  public static double probability(double distance, long count) {
    double root = Math.sqrt((double) count);
    double scaled = (root + 0.12 + 0.11 / root) * distance;
    if (scaled < 0.2) {
      return 1;
    }
    double sum = 0;
    for (int i = 1; i <= 100; i++) {
      double term = Math.exp(-2.0 * i * i * scaled * scaled);
      sum += i % 2 == 1 ? term : -term;
    }
    return Math.clamp(2 * sum, 0, 1);
  }
}
