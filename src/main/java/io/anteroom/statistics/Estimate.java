package io.anteroom.statistics;

/**
 * A figure, in its metric's unit, and the interval that holds it.
 *
 * @param mean the figure: the samples' mean, or where it is of all data taken together, that
 */
public record Estimate(double mean, double low, double high) {
  /** Two figures are the same up to what adding them up may lose. */
  private static final double ROUNDING = 1e-12;

  /** Whether all replications had the same figure, so that there is no interval to tell of. */
  public boolean alike() {
    return high - low <= ROUNDING * Math.abs(mean);
  }

  /** How far it reaches to the side on which it was not cut at what the figure can't be. */
  public double reach() {
    return Math.max(high - mean, mean - low);
  }
}
