package io.anteroom.statistics.family;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * One of two exponential phases.
 *
 * @param share of the first one, from 0 to 1
 * @param shorter its mean
 * @param longer that of the second one
 */
record TwoExponentials(double share, double shorter, double longer)
    implements ContinuousDistribution {
  private static final int STEPS = 100;

  @Override
  public double density(double x) {
    return x < 0
        ? 0
        : share / shorter * Math.exp(-x / shorter) + (1 - share) / longer * Math.exp(-x / longer);
  }

  @Override
  public double cumulativeProbability(double x) {
    return x <= 0 ? 0 : 1 - survivalProbability(x);
  }

  @Override
  public double survivalProbability(double x) {
    return x <= 0 ? 1 : share * Math.exp(-x / shorter) + (1 - share) * Math.exp(-x / longer);
  }

  @Override
  public double inverseCumulativeProbability(double p) {
    double low = 0;
    double high = longer;
    while (high < Double.MAX_VALUE / 2 && cumulativeProbability(high) < p) {
      high *= 2;
    }
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (cumulativeProbability(middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  @Override
  public double getMean() {
    return share * shorter + (1 - share) * longer;
  }

  @Override
  public double getVariance() {
    double mean = getMean();
    return 2 * (share * shorter * shorter + (1 - share) * longer * longer) - mean * mean;
  }

  @Override
  public double getSupportLowerBound() {
    return 0;
  }

  @Override
  public double getSupportUpperBound() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public Sampler createSampler(UniformRandomProvider random) {
    return () ->
        -StrictMath.log(1 - random.nextDouble()) * (random.nextDouble() < share ? shorter : longer);
  }
}
