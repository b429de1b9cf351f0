package io.anteroom.statistics.family;

import java.util.List;

/** The catalogue of families, those with the fewest parameters first. */
public final class Families {
  private static final List<Family> ALL =
      List.of(
          new ExponentialFamily(),
          new LognormalFamily(),
          new GammaFamily(),
          new WeibullFamily(),
          new ParetoFamily(),
          new HyperexponentialFamily());

  private Families() {}

  public static List<Family> all() {
    return ALL;
  }
}
