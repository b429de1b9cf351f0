package io.anteroom.run.simulate;

import io.anteroom.result.Check;

/**
 * What must hold of one pool in simulated time. Sums over the visits are compared with what the
 * calendar has integrated over its events.
 *
 * @param label of the pool, at the end of each name; empty: there is only one
 * @param endNanos when the last thing happened
 * @param interrupted whether the run was interrupted, so that its sums are not complete
 */
record PoolLaws(String label, long endNanos, boolean interrupted) {
  /** The order of adding changes the last digits of a sum of doubles. */
  static final double ROUNDING = 1e-9;

  static final String INTERRUPTED = "the run was interrupted";

  /**
   * @param mostInside the most persons in rooms at any moment
   */
  Check mutualExclusion(long mostInside, int rooms) {
    return Check.exact(
        "mutual-exclusion" + label,
        0,
        Math.max(mostInside - rooms, 0),
        "more persons than rooms were inside at once");
  }

  /** Little: A Proof for the Queuing Formula L = λW, Operations Research 9, 1961. */
  Check littlesLaw(double lineNanos, double waitNanos) {
    return compare(
        "littles-law", lineNanos, waitNanos, "the waits don't add up to the line over time");
  }

  Check utilisation(double insideNanos, double holdNanos) {
    return compare(
        "utilisation",
        insideNanos,
        holdNanos,
        "the holds don't add up to the rooms occupied over time");
  }

  Check compare(String name, double integral, double sum, String reasonIfFailed) {
    if (interrupted) {
      return Check.notJudged(name + label, INTERRUPTED);
    }
    double nanos = Math.max(endNanos, 1);
    return Check.of(name + label, integral / nanos, sum / nanos, ROUNDING, reasonIfFailed);
  }
}
