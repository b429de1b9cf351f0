package io.anteroom.run.simulate;

import io.anteroom.result.Check;
import java.util.Optional;

/**
 * The checks of every simulated run of one pool: its laws, and that both ways of computing agree.
 *
 * @param interrupted whether the run was interrupted, so that its sums are not complete
 */
record SimulationChecks(VisitTally tally, boolean interrupted) {
  Check durations() {
    return Check.durations(tally.range.tooLong(), tally.range.negative());
  }

  /**
   * @param excused whether a room may hold several persons
   */
  Check mutualExclusion(boolean excused, Occupancy inside, int rooms) {
    if (excused) {
      return Check.notJudged("mutual-exclusion", Check.ANY_NUMBER_INSIDE);
    }
    return laws().mutualExclusion(inside.largest(), rooms);
  }

  Check counts(long arrived) {
    String name = "counts";
    return interrupted
        ? Check.notJudged(name, PoolLaws.INTERRUPTED)
        : Check.exact(
            name, arrived, tally.begun + tally.turnedAway, "visits were lost or told twice");
  }

  Check littlesLaw(Occupancy line) {
    return laws().littlesLaw(line.personNanos(), tally.waitNanos);
  }

  Check utilisation(Occupancy inside) {
    return laws().utilisation(inside.personNanos(), tally.holdNanos);
  }

  private PoolLaws laws() {
    return new PoolLaws("", tally.lastNanos, interrupted);
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
            PoolLaws.ROUNDING,
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
                PoolLaws.ROUNDING,
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
