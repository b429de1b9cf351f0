package io.anteroom.study.diff;

import io.anteroom.result.FigureText;
import io.anteroom.statistics.Estimates;
import io.anteroom.statistics.Moments;
import io.anteroom.study.diff.Change.Bounds;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Compares two figures, each known from independent samples, whose variances need not be the same
 * (Welch: The Generalization of 'Student's' Problem when Several Different Population Variances are
 * Involved, Biometrika 34, 1947). The figures are those of all data; the samples say how far such
 * figures scatter, around them (sectioning: Nakayama, Confidence Intervals for Quantiles Using
 * Sectioning When Applying Variance-Reduction Techniques, TOMACS 24, 2014). The interval of the
 * ratio is Fieller's (Some Problems in Interval Estimation, JRSS B 16, 1954) for the same degrees
 * of freedom: it excludes 1 just where that of the difference excludes 0.
 */
final class Welch {
  private final double a;
  private final double b;
  private final double varianceOfA;
  private final double varianceOfB;

  /** How many standard errors an interval reaches. */
  private final double reach;

  Welch(double a, Moments ofA, double b, Moments ofB) {
    this(a, ofA, b, ofB, Estimates.LEVEL);
  }

  /**
   * @param level of the interval, from 0 to 1, exclusive
   */
  Welch(double a, Moments ofA, double b, Moments ofB, double level) {
    this.a = a;
    this.b = b;
    this.varianceOfA = ofA.varianceAround(a) / ofA.count();
    this.varianceOfB = ofB.varianceAround(b) / ofB.count();
    double sum = varianceOfA + varianceOfB;
    double freedom =
        sum
            * sum
            / (varianceOfA * varianceOfA / (ofA.count() - 1)
                + varianceOfB * varianceOfB / (ofB.count() - 1));
    this.reach =
        sum == 0 ? 0 : TDistribution.of(freedom).inverseSurvivalProbability((1 - level) / 2);
  }

  /** Which of them is greater, if that is more than chance. */
  Contrast contrast() {
    double half = half();
    if (b - a > half) {
      return Contrast.GREATER;
    }
    return a - b > half ? Contrast.SMALLER : Contrast.NONE_SHOWN;
  }

  private double half() {
    return reach * Math.sqrt(varianceOfA + varianceOfB);
  }

  /** Of the ratio, or of the difference where the first figure may well be 0. */
  Bounds bounds() {
    double square = a * a - reach * reach * varianceOfA;
    if (a == 0 || square <= 0) {
      return new Bounds(false, digits(b - a - half()), digits(b - a + half()));
    }
    double product = a * b;
    double root =
        Math.sqrt(Math.max(0, product * product - square * (b * b - reach * reach * varianceOfB)));
    double lowest = Math.max((product - root) / square, 0); // No metric is less than 0.
    return new Bounds(true, digits(lowest - 1), digits((product + root) / square - 1));
  }

  /** To ten digits: no more have a meaning. */
  private static double digits(double number) {
    return FigureText.roundedTo(10, number);
  }
}
