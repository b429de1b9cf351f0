package io.anteroom.modes.pools;

import io.anteroom.modes.locking.ModeType;
import java.util.List;

/** The catalogue of pools and limiters of libraries. A new one is a class and a line. */
public final class Pools {
  private static final List<ModeType> ALL =
      List.of(
          HikariCp.TYPE,
          Agroal.TYPE,
          TomcatJdbc.TYPE,
          CommonsPool2.TYPE,
          Resilience4jBulkhead.TYPE,
          Limits.VEGAS,
          Limits.GRADIENT);

  private Pools() {}

  /** All of them, in the catalogue's order. */
  public static List<ModeType> all() {
    return ALL;
  }
}
