package io.anteroom.measure;

/**
 * Which quantiles are figures: those with at least {@value #LEAST_BEYOND} durations beyond them. Of
 * fewer, single durations decide what the quantile is, and the next run has others. Every table,
 * metric, interval and expectation goes by this.
 */
public final class Quantiles {
  /** So many durations have to lie beyond a quantile. */
  public static final int LEAST_BEYOND = 10;

  /** What rounding takes from a whole number: 1,000 durations have 10 beyond p99, not 9.99999. */
  private static final double ROUNDING = 1e-6;

  private Quantiles() {}

  /**
   * Whether a percentile of so many durations is a figure.
   *
   * @param percent greater than 0, less than 100
   */
  public static boolean known(long count, double percent) {
    return beyond(count, percent) >= LEAST_BEYOND;
  }

  /** How many of so many durations lie beyond a percentile. */
  public static long beyond(long count, double percent) {
    return (long) Math.floor(count * (100 - percent) / 100 + ROUNDING);
  }

  /** How many durations there have to be for the percentile to be a figure. */
  public static long leastCount(double percent) {
    return (long) Math.ceil(100 * LEAST_BEYOND / (100 - percent) - ROUNDING);
  }
}
