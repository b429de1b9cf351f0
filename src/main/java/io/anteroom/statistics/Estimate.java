package io.anteroom.statistics;

/**
 * A figure, in its metric's unit, and the interval that holds it.
 *
 * @param mean over the replications
 */
public record Estimate(double mean, double low, double high) {
  /** How far it reaches to the side on which it was not cut at what the figure can't be. */
  public double reach() {
    return Math.max(high - mean, mean - low);
  }
}
