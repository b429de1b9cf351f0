package io.anteroom.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
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

  /**
   * The interval about a figure of all data taken together, from what it was in each sample. A mean
   * or a share over all visits is a ratio of sums, and this is its usual interval (Cochran:
   * Sampling Techniques, 3rd edition 1977, section 6.4); of a percentile it is that of sectioning
   * (Asmussen, Glynn: Stochastic Simulation, 2007, section III.5a), each section weighed by its
   * data. Where all weights are the same and the figure is the samples' mean, it is Student's.
   *
   * @param samples at least 2, independent
   * @param weights how many data each sample is of, up to a factor; none is 0
   */
  public static Estimate around(double figure, double[] samples, double[] weights, double level) {
    return around(figure, Arrays.stream(samples).mapToObj(Moments::of).toList(), weights, level);
  }

  /**
   * The same, where of some samples only the moments of several together are known: each of them
   * counts as if it were of as many data as the others.
   *
   * @param sets of samples, at least 2 in all
   * @param weights how many data each set is of, up to a factor; none is 0
   */
  public static Estimate around(double figure, List<Moments> sets, double[] weights, double level) {
    long samples = sets.stream().mapToLong(Moments::count).sum();
    double mean = Arrays.stream(weights).sum() / samples;
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      Moments set = sets.get(i);
      double weight = weights[i] / set.count() / mean;
      double distance = set.mean() - figure;
      squares += weight * weight * (set.squares() + set.count() * distance * distance);
    }
    double error = Math.sqrt(squares / (samples - 1) / samples);
    return student(figure, error, samples, level);
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
