package io.anteroom.theory;

/**
 * A wait that some have, and that is exponential for those.
 *
 * @param waited the share of those who wait
 * @param rate at which their waits end
 */
record ExponentialWait(double waited, double rate) implements WaitTail {
  /** Below that the difference of two near exponentials would lose digits. */
  private static final double NEAR = 1e-3;

  @Override
  public double exceeds(double time) {
    return waited * Math.exp(-rate * time);
  }

  /** The convolution of two exponentials. */
  @Override
  public WaitTail andExponential(double mean) {
    double slower = 1 - rate * mean;
    return time -> {
      double alone = Math.exp(-time / mean);
      double exponent = slower * time / mean;
      double both =
          Math.abs(exponent) < NEAR
              ? alone * time / mean * (1 + exponent / 2 * (1 + exponent / 3))
              : (Math.exp(-rate * time) - alone) / slower;
      return alone + waited * both;
    };
  }
}
