package io.anteroom.study.compare;

import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What pairs of measurements say of the difference between two arms, by Student's t on the pairs'
 * differences (Student: The Probable Error of a Mean, Biometrika 6, 1908): of their logarithms,
 * where all are positive, which compares ratios; else of the measurements themselves. Immutable.
 */
final class Paired {
  /** How two measurements are compared. */
  enum Scale {
    /** One over the other. */
    RATIO,
    /** One less the other: a ratio to 0 says nothing. */
    DIFFERENCE
  }

  private final Scale scale;

  /** One a pair: logarithms of ratios, or differences. */
  private final double[] differences;

  private final double meanOfBase;
  private final double meanOfOne;

  private Paired(Scale scale, double[] differences, double meanOfBase, double meanOfOne) {
    this.scale = scale;
    this.differences = differences;
    this.meanOfBase = meanOfBase;
    this.meanOfOne = meanOfOne;
  }

  /** What the pairs are compared by. */
  Scale scale() {
    return scale;
  }

  /** The pairs' comparison: {@code one} against {@code base}, of the same length of at least 2. */
  static Paired of(double[] base, double[] one) {
    boolean positive =
        Arrays.stream(base).allMatch(value -> value > 0)
            && Arrays.stream(one).allMatch(value -> value > 0);
    double[] differences = new double[base.length];
    for (int i = 0; i < base.length; i++) {
      differences[i] = positive ? StrictMath.log(one[i] / base[i]) : one[i] - base[i];
    }
    return new Paired(
        positive ? Scale.RATIO : Scale.DIFFERENCE,
        differences,
        Mean.of(base).getAsDouble(),
        Mean.of(one).getAsDouble());
  }

  /** How many pairs there are. */
  int count() {
    return differences.length;
  }

  /** The greater one of the two arms' means. */
  double greaterMean() {
    return Math.max(meanOfBase, meanOfOne);
  }

  double smallerMean() {
    return Math.min(meanOfBase, meanOfOne);
  }

  /** Whether every pair measured the same. */
  boolean same() {
    return Arrays.stream(differences).allMatch(difference -> difference == 0);
  }

  private double mean() {
    return Mean.of(differences).getAsDouble();
  }

  /** How much the pairs' differences vary. */
  double deviation() {
    return StandardDeviation.of(differences).getAsDouble();
  }

  /** How probable such differences, or greater ones, are where the arms do not differ. */
  double probability() {
    double error = Estimates.standardError(differences);
    if (error == 0) {
      return same() ? 1 : 0;
    }
    double t = Math.abs(mean()) / error;
    return 2 * TDistribution.of(differences.length - 1.0).survivalProbability(t);
  }

  /**
   * The ratio, or the difference, and the interval that holds it.
   *
   * @param level from 0 to 1, exclusive
   */
  Estimate estimate(double level) {
    Estimate plain = Estimates.student(differences, level);
    return scale == Scale.DIFFERENCE
        ? plain
        : new Estimate(ratio(plain.mean()), ratio(plain.low()), ratio(plain.high()));
  }

  /** Two pairs may vary so much that the ratio is more than there are numbers; JSON has none. */
  private static double ratio(double logarithm) {
    return Math.min(StrictMath.exp(logarithm), Double.MAX_VALUE);
  }

  /**
   * Cohen's d of paired samples: the mean difference in standard deviations (Cohen: Statistical
   * Power Analysis for the Behavioral Sciences, 1988); infinite or NaN where these are 0.
   */
  double effect() {
    return mean() / deviation();
  }
}
