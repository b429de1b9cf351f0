package io.anteroom.theory;

import java.util.function.IntToDoubleFunction;

/** The Poisson distribution, without overflow for means of millions and more. */
final class Poisson {
  private static final double NEGLIGIBLE = 1e-19;
  private static final double LEAST_FOR_SERIES = 16;

  private Poisson() {}

  /**
   * The probability of a count, continued smoothly between the whole ones.
   *
   * <p>Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
   *
   * @param count at least 0
   * @param mean greater than 0
   */
  static double probability(double count, double mean) {
    if (count == 0) {
      return Math.exp(-mean);
    }
    double excess = (mean - count) / count;
    double deviance = count * (excess - Math.log1p(excess));
    return Math.exp(-deviance - stirlingError(count)) / Math.sqrt(2 * Math.PI * count);
  }

  /** What Stirling's formula for the logarithm of a factorial lacks. */
  private static double stirlingError(double count) {
    double shift = 0;
    double large = count;
    while (large < LEAST_FOR_SERIES) {
      shift += (large + 0.5) * Math.log1p(1 / large) - 1;
      large++;
    }
    double inverse = 1 / large;
    double square = inverse * inverse;
    double series = 1.0 / 1260 - square * (1.0 / 1680 - square / 1188);
    return shift + inverse * (1.0 / 12 - square * (1.0 / 360 - square * series));
  }

  /**
   * The expected value of a bounded function of the count: sums outwards from the likeliest one,
   * with weights that are normalised at the end. Good to about 1e-16 of the function's bound, so
   * that a result far below that means nothing.
   *
   * @param mean at least 0
   */
  static double expectation(double mean, IntToDoubleFunction function) {
    int mode = (int) mean;
    double weights = 1;
    double sum = function.applyAsDouble(mode);
    double weight = 1;
    for (int count = mode + 1; weight > NEGLIGIBLE; count++) {
      weight *= mean / count;
      weights += weight;
      sum += weight * function.applyAsDouble(count);
    }
    weight = 1;
    for (int count = mode - 1; count >= 0 && weight > NEGLIGIBLE; count--) {
      weight *= (count + 1) / mean;
      weights += weight;
      sum += weight * function.applyAsDouble(count);
    }
    return sum / weights;
  }
}
