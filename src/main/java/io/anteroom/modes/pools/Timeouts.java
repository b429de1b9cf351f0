package io.anteroom.modes.pools;

import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.DurationText;

/** A pool's one timeout, which is the patience of all visits. */
final class Timeouts {
  private static final long NANOS_A_MILLI = 1_000_000;

  private Timeouts() {}

  /**
   * The scenario's patience in milliseconds, rounded up. Where visits never give up, it is the
   * longest duration of a scenario, and not a library's own "for ever": several libraries wait for
   * {@link Long#MAX_VALUE} then, and on JDK 21 virtual threads with such timed waits hang, see
   * {@code oddities.md}.
   */
  static long millis(Premises premises) {
    return millis(premises, DurationText.LONGEST.toMillis());
  }

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
