package io.anteroom.run.engine;

import io.anteroom.measure.TimeAverage;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.result.Check;
import java.util.function.DoubleSupplier;

/**
 * What must hold of the rooms of one pool.
 *
 * @param label of the pool, at the end of each name; empty: there is only one
 */
record RoomChecks(LockingMode mode, String label, Comparing comparing) {
  /** Compares what was sampled with what was recorded. */
  @FunctionalInterface
  interface Comparing {
    /**
     * Holds one against the sum of the other, as far as that can be judged.
     *
     * @param personNanos what the sampled integral should be; asked for only where it is judged
     */
    Check compare(
        String name, TimeAverage sampled, DoubleSupplier personNanos, String reasonIfFailed);
  }

  Check mutualExclusion(long violations) {
    String name = "mutual-exclusion" + label;
    return mode.excludes()
        ? Check.exact(name, 0, violations, "persons entered occupied rooms")
        : Check.notJudged(name, "this locking mode does not exclude anybody");
  }

  /**
   * @param allGone whether all could be freed, so that every room must be empty
   */
  Check roomsLeft(boolean allGone, long inside) {
    String name = "rooms-left" + label;
    return allGone
        ? Check.exact(name, 0, inside, "a room was entered and never left")
        : Check.notJudged(name, EngineChecks.NOT_FREED);
  }

  /**
   * Little's law over the whole run, from empty to empty: the mean number of persons waiting, as
   * sampled, is the sum of their waits over the time (Little: A Proof for the Queuing Formula L =
   * λW, Operations Research 9, 1961).
   */
  Check littlesLaw(TimeAverage waiting, DoubleSupplier waitNanos) {
    return comparing.compare(
        "littles-law" + label,
        waiting,
        waitNanos,
        "the waits don't add up to the line that was seen");
  }

  Check utilisation(TimeAverage inside, DoubleSupplier holdNanos) {
    String name = "utilisation" + label;
    return mode.excludes()
        ? comparing.compare(name, inside, holdNanos, "the holds don't add up to the rooms occupied")
        : Check.notJudged(name, Check.ANY_NUMBER_INSIDE);
  }
}
