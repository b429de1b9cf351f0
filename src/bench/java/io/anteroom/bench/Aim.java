package io.anteroom.bench;

import io.avaje.jsonb.Json;

/** What a figure should be: a bound, which itself is good enough. */
@Json
public record Aim(Side side, double bound) {
  /** On which side of the bound the good figures are. */
  public enum Side {
    AT_MOST,
    AT_LEAST
  }

  public Aim {
    if (!Double.isFinite(bound)) {
      throw new IllegalArgumentException("an aim of " + bound);
    }
  }

  /** An aim that figures up to the bound meet. */
  public static Aim atMost(double bound) {
    return new Aim(Side.AT_MOST, bound);
  }

  /** An aim that figures from the bound on meet. */
  public static Aim atLeast(double bound) {
    return new Aim(Side.AT_LEAST, bound);
  }

  /** Whether a figure is good enough. */
  public boolean met(double figure) {
    return switch (side) {
      case AT_MOST -> figure <= bound;
      case AT_LEAST -> figure >= bound;
    };
  }
}
