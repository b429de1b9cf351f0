package io.anteroom.run.simulate;

import io.anteroom.result.Check;
import java.util.Optional;

/**
 * The checks of every simulated run. They compare sums over the visits with what the calendar has
 * integrated over its events.
 *
 * @param interrupted whether the run was interrupted, so that its sums are not complete
 */
record SimulationChecks(VisitTally tally, boolean interrupted) {
  /** The order of adding changes the last digits of a sum of doubles. */
  private static final double ROUNDING = 1e-9;

  private static final String INTERRUPTED = "the run was interrupted";

  Check durations() {
    return Check.durations(tally.range.tooLong(), tally.range.negative());
  }

  /**
   * @param excused whether a room may hold several persons
   */
  Check mutualExclusion(boolean excused, Occupancy inside, int rooms) {
    String name = "mutual-exclusion";
    if (excused) {
      return Check.notJudged(name, "a room holds any number of persons");
    }
    long tooMany = Math.max(inside.largest() - rooms, 0);
    return Check.exact(name, 0, tooMany, "more persons than rooms were inside at once");
  }

  Check counts(long arrived) {
    String name = "counts";
    return interrupted
        ? Check.notJudged(name, INTERRUPTED)
        : Check.exact(
            name, arrived, tally.begun + tally.turnedAway, "visits were lost or told twice");
  }

  /** Little: A Proof for the Queuing Formula L = λW, Operations Research 9, 1961. */
  Check littlesLaw(Occupancy line) {
    return compare(
        "littles-law",
        line.personNanos(),
        tally.waitNanos,
        "the waits don't add up to the line over time");
  }

  Check utilisation(Occupancy inside) {
    return compare(
        "utilisation",
        inside.personNanos(),
        tally.holdNanos,
        "the holds don't add up to the rooms occupied over time");
  }

  private Check compare(String name, double integral, double sum, String reasonIfFailed) {
    if (interrupted) {
      return Check.notJudged(name, INTERRUPTED);
    }
    double nanos = Math.max(tally.lastNanos, 1);
    return Check.of(name, integral / nanos, sum / nanos, ROUNDING, reasonIfFailed);
  }

  /** Whether both agree on the measured window. */
  Check window(Kernel.Totals recursion, Kernel.Totals calendar) {
    String name = "measured-window";
    if (recursion.completed() != calendar.completed()) {
      return Check.exact(
          name,
          recursion.completed(),
          calendar.completed(),
          "the event calendar and the recursion disagree on the visits completed in it");
    }
    Check rooms =
        Check.of(
            name,
            recursion.occupiedNanos(),
            calendar.occupiedNanos(),
            ROUNDING,
            "the event calendar and the recursion disagree on the rooms occupied in it");
    return rooms.verdict() == Check.Verdict.FAILED
        ? rooms
        : line(recursion, calendar).orElse(rooms);
  }

  /** The failed check, if they disagree on the line; else empty. */
  private static Optional<Check> line(Kernel.Totals recursion, Kernel.Totals calendar) {
    return Optional.of(
            Check.of(
                "measured-window",
                recursion.waitingNanos(),
                calendar.waitingNanos(),
                ROUNDING,
                "the event calendar and the recursion disagree on the persons waiting in it"))
        .filter(check -> check.verdict() == Check.Verdict.FAILED);
  }

  /** Whether the event calendar and the recursion agree on who got a room when. */
  Check twoWays(Fingerprint recursion, Fingerprint calendar) {
    long differences = recursion.value() == calendar.value() ? 0 : 1;
    return Check.exact(
        "two-ways", 0, differences, "the event calendar and the recursion disagree on a visit");
  }
}
