package io.anteroom.statistics;

/**
 * What independent samples say of a mean: how many there are, their mean, and their squared
 * distances from it added up. Moments of two sets of samples give those of both together (Chan,
 * Golub, LeVeque: Updating Formulae and a Pairwise Algorithm for Computing Sample Variances,
 * Stanford STAN-CS-79-773, 1979).
 *
 * @param count at least 1
 */
public record Moments(long count, double mean, double squares) {
  /** One sample. */
  public static Moments of(double sample) {
    return new Moments(1, sample, 0);
  }

  /** All of these samples; at least 1. */
  public static Moments of(double[] samples) {
    Moments all = of(samples[0]);
    for (int i = 1; i < samples.length; i++) {
      all = all.plus(of(samples[i]));
    }
    return all;
  }

  /**
   * The moments that gave Student's interval, which may have been cut on one side.
   *
   * @param count of the samples, at least 2
   */
  public static Moments of(Estimate estimate, long count, double level) {
    double half = estimate.reach();
    double error = half / Estimates.quantile(count, level);
    return new Moments(count, estimate.mean(), error * error * count * (count - 1));
  }

  /** Those of both sets of samples together. */
  public Moments plus(Moments other) {
    long both = count + other.count;
    double distance = other.mean - mean;
    return new Moments(
        both,
        mean + distance * other.count / both,
        squares + other.squares + distance * distance * count * other.count / both);
  }

  /**
   * The samples' mean square distance from a figure of all data taken together, instead of from
   * their own mean; that of their own mean is the sample variance. There are at least 2.
   */
  public double varianceAround(double figure) {
    double distance = mean - figure;
    return (squares + count * distance * distance) / (count - 1);
  }

  /** Student's interval for the mean; there are at least 2 samples. */
  public Estimate estimate(double level) {
    return Estimates.student(mean, Math.sqrt(varianceAround(mean) / count), count, level);
  }
}
