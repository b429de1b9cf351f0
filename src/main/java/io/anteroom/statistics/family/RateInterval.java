package io.anteroom.statistics.family;

import org.apache.commons.statistics.distribution.GammaDistribution;

/** Bounds for a rate: exact, for the time that so many independent gaps take is gamma. */
public final class RateInterval {
  private static final double ONE_SIDE = 0.025;

  private RateInterval() {}

  /**
   * Those of the rate.
   *
   * @param gaps how many there were, at least 1
   * @param time that they took together, greater than 0
   */
  public static Interval of(int gaps, double time) {
    GammaDistribution unit = GammaDistribution.of(gaps, 1);
    return new Interval(
        unit.inverseCumulativeProbability(ONE_SIDE) / time,
        unit.inverseSurvivalProbability(ONE_SIDE) / time);
  }
}
