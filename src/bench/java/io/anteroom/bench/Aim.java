package io.anteroom.bench;

/** What a figure should be: a bound, which itself is good enough. */
record Aim(Side side, double bound) {
  /** On which side of the bound the good figures are. */
  enum Side {
    AT_MOST,
    AT_LEAST
  }

  static Aim atMost(double bound) {
    return new Aim(Side.AT_MOST, bound);
  }

  static Aim atLeast(double bound) {
    return new Aim(Side.AT_LEAST, bound);
  }

  boolean met(double figure) {
    return side == Side.AT_MOST ? figure <= bound : figure >= bound;
  }
}
