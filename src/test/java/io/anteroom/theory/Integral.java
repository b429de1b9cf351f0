package io.anteroom.theory;

/** Moments of waits, by summing up their tails. */
final class Integral {
  private static final int STEPS = 200_000;

  private Integral() {}

  /** The mean, to about five digits. */
  static double mean(WaitTail tail) {
    double end = end(tail);
    double step = end / STEPS;
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += tail.exceeds((i + 0.5) * step) * step;
    }
    return sum;
  }

  /** The standard deviation, to about four digits. */
  static double stddev(WaitTail tail) {
    double end = end(tail);
    double step = end / STEPS;
    double square = 0;
    for (int i = 0; i < STEPS; i++) {
      double time = (i + 0.5) * step;
      square += 2 * time * tail.exceeds(time) * step;
    }
    double mean = mean(tail);
    return Math.sqrt(square - mean * mean);
  }

  private static double end(WaitTail tail) {
    return Math.max(1e-9, tail.quantile(100 - 1e-9) * 1.01);
  }
}
