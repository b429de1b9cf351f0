package io.anteroom.study.plan;

import java.util.Optional;

/**
 * Where a falling curve bends: the point that lies farthest below the straight line between its
 * ends, both axes scaled to 1 (Satopää, Albrecht, Irwin &amp; Raghavan: Finding a "Kneedle" in a
 * Haystack, 2011, without smoothing, for the curve is one of expectations).
 */
final class Knee {
  private static final int LEAST_POINTS = 4;

  private Knee() {}

  /**
   * The index of the bend; empty where there are too few points or the curve does not bend.
   *
   * @param x ascending
   * @param y of each x
   */
  static Optional<Integer> of(double[] x, double[] y) {
    int last = x.length - 1;
    if (x.length < LEAST_POINTS || !(y[0] > y[last])) {
      return Optional.empty();
    }
    int knee = -1;
    double farthest = 1e-9;
    for (int i = 1; i < last; i++) {
      double line = 1 - (x[i] - x[0]) / (x[last] - x[0]);
      double curve = (y[i] - y[last]) / (y[0] - y[last]);
      if (line - curve > farthest) {
        farthest = line - curve;
        knee = i;
      }
    }
    return knee < 0 ? Optional.empty() : Optional.of(knee);
  }
}
