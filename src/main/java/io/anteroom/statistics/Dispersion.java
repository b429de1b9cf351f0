package io.anteroom.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether counts vary as those of a Poisson process do: their variance over their mean, which is 1
 * there, and the chi-squared test of that (Cox, Lewis: The Statistical Analysis of Series of
 * Events, 1966, section 6.3).
 *
 * @param index above 1: bursts; below 1: more even than chance
 * @param p how probable one as far from 1 is by chance, to either side
 */
public record Dispersion(double index, double p) {
  /**
   * That of counts of windows of equal length. The rate may differ from one group of windows to the
   * next: each group is held against its own mean.
   *
   * @param groups counts, at least two in each group
   */
  public static Dispersion of(long[][] groups) {
    double squares = 0;
    long freedom = 0;
    for (long[] group : groups) {
      double sum = 0;
      for (long count : group) {
        sum += count;
      }
      double mean = sum / group.length;
      for (long count : group) {
        squares += mean > 0 ? (count - mean) * (count - mean) / mean : 0;
      }
      freedom += mean > 0 ? group.length - 1 : 0;
    }
    if (freedom == 0) {
      return new Dispersion(1, 1);
    }
    ChiSquaredDistribution chance = ChiSquaredDistribution.of((double) freedom);
    double below = chance.cumulativeProbability(squares);
    double above = chance.survivalProbability(squares);
    return new Dispersion(squares / freedom, Math.min(1, 2 * Math.min(below, above)));
  }
}
