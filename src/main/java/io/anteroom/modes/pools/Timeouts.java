package io.anteroom.modes.pools;

import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Distribution;

/** A pool's one timeout, which is the patience of all visits. */
final class Timeouts {
  private static final long NANOS_A_MILLI = 1_000_000;

  private Timeouts() {}

  /**
   * The scenario's patience in milliseconds, rounded up.
   *
   * @param never what the library is told where visits never give up
   */
  static long millis(Premises premises, long never) {
    return premises.scenario().stay().patience() instanceof Distribution.Fixed(var patience)
        ? (patience.toNanos() + NANOS_A_MILLI - 1) / NANOS_A_MILLI
        : never;
  }
}
