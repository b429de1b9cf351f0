package io.anteroom.theory;

/** The distribution of a wait, as the probability that it exceeds a time. Immutable. */
@FunctionalInterface
public interface WaitTail {
  /** Nobody waits. */
  WaitTail NONE = time -> 0;

  /** The probability, from 0 to 1, that a wait is longer than this time, which is at least 0. */
  double exceeds(double time);

  /** This wait and, after it, an exponential time of that mean that does not depend on it. */
  default WaitTail andExponential(double mean) {
    return new ResponseTail(this, mean);
  }

  /**
   * The probability that is left above a percentile.
   *
   * @throws IllegalArgumentException if it is not greater than 0 and less than 100
   */
  static double remaining(double percentile) {
    if (!(percentile > 0 && percentile < 100)) {
      throw new IllegalArgumentException(
          "percentile " + percentile + ": allowed: greater than 0, less than 100");
    }
    return (100 - percentile) / 100;
  }

  /**
   * The least time that is exceeded with no more than the remaining probability, found by bisection
   * to 14 digits.
   *
   * @param percentile greater than 0, less than 100
   * @throws IllegalArgumentException if it is not
   */
  default double quantile(double percentile) {
    double remaining = remaining(percentile);
    if (exceeds(0) <= remaining) {
      return 0;
    }
    double most = 1;
    while (exceeds(most) > remaining) {
      most *= 2;
    }
    double least = most / 2;
    while (least > 0 && exceeds(least) <= remaining) {
      most = least;
      least /= 2;
    }
    while (most - least > 1e-14 * most) {
      double middle = least + (most - least) / 2;
      if (exceeds(middle) > remaining) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return most;
  }
}
