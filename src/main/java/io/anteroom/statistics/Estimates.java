package io.anteroom.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/** Intervals that hold the true figure with a given probability, from independent samples. */
public final class Estimates {
  /** The usual level. */
  public static final double LEVEL = 0.95;

  private Estimates() {}

  /**
   * Student's interval for a mean (Student: The Probable Error of a Mean, Biometrika 6, 1908). Of
   * quantiles, one a replication, it gives an interval for their mean.
   *
   * @param samples at least 2, independent
   * @param level from 0 to 1, exclusive
   */
  public static Estimate student(double[] samples, double level) {
    return student(Mean.of(samples).getAsDouble(), standardError(samples), samples.length, level);
  }

  /** The same, where only the samples' mean and its standard error are known. */
  public static Estimate student(double mean, double standardError, long samples, double level) {
    double half = quantile(samples, level) * standardError;
    return new Estimate(rounded(mean), rounded(mean - half), rounded(mean + half));
  }

  /** To ten digits: the library's last ones may differ from JDK to JDK, and none has a meaning. */
  private static double rounded(double figure) {
    return Double.isFinite(figure)
        ? BigDecimal.valueOf(figure).round(new MathContext(10)).doubleValue()
        : figure;
  }

  /** The standard error of the samples' mean. */
  public static double standardError(double[] samples) {
    return StandardDeviation.of(samples).getAsDouble() / Math.sqrt(samples.length);
  }

  /** How many standard errors such an interval reaches to either side. */
  public static double quantile(long samples, double level) {
    return TDistribution.of(samples - 1.0).inverseSurvivalProbability((1 - level) / 2);
  }

  /**
   * How probable the samples make it that the true mean lies above a limit: one-sided, Student's.
   * Where the samples are all the same it is 0, 1 or, on the limit itself, 0.5.
   */
  public static double probabilityAbove(double[] samples, double limit) {
    double error = standardError(samples);
    double distance = Mean.of(samples).getAsDouble() - limit;
    if (error == 0) {
      return distance > 0 ? 1 : distance < 0 ? 0 : 0.5;
    }
    return TDistribution.of(samples.length - 1.0).cumulativeProbability(distance / error);
  }
}
