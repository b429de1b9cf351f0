package io.anteroom.run.simulate;

import io.anteroom.result.Check;
import io.anteroom.result.PartLabel;
import io.anteroom.scenario.Journey;

/**
 * The checks of every simulated run of journeys, for each pool and for the whole. They compare sums
 * over the visits with what the calendar has integrated over its events.
 *
 * @param interrupted whether the run was interrupted, so that its sums are not complete
 */
record JourneyChecks(
    Journey journey, JourneyTally tally, JourneyCalendar calendar, boolean interrupted) {
  /** The order of adding changes the last digits of a sum of doubles. */
  private static final double ROUNDING = 1e-9;

  Check durations() {
    return Check.durations(tally.range.tooLong(), tally.range.negative());
  }

  Check counts() {
    return Check.exact("counts", tally.begun, tally.over, "journeys were lost or told twice");
  }

  Check rooms(int pool) {
    int rooms = journey.pools().get(pool).facility().rooms();
    return Check.exact(
        named("mutual-exclusion", pool),
        0,
        Math.max(calendar.mostInside(pool) - rooms, 0),
        "more persons than rooms were inside at once");
  }

  /** Little: A Proof for the Queuing Formula L = λW, Operations Research 9, 1961. */
  Check littlesLaw(int pool) {
    return compare(
        named("littles-law", pool),
        calendar.flows().lineNanos(pool),
        tally.waitNanos(pool),
        "the waits don't add up to the line over time");
  }

  /** Little's law for the whole: persons present, and how long their journeys took. */
  Check littlesLaw() {
    return compare(
        "littles-law",
        calendar.flows().presentNanos(),
        tally.journeyNanos,
        "the journeys don't add up to the persons present over time");
  }

  Check utilisation(int pool) {
    return compare(
        named("utilisation", pool),
        calendar.flows().insideNanos(pool),
        tally.holdNanos(pool),
        "the holds don't add up to the rooms occupied over time");
  }

  private String named(String check, int pool) {
    return check + new PartLabel(journey.pools().get(pool).name(), null);
  }

  private Check compare(String name, double integral, double sum, String reasonIfFailed) {
    if (interrupted) {
      return Check.notJudged(name, "the run was interrupted");
    }
    double nanos = Math.max(calendar.lastNanos(), 1);
    return Check.of(name, integral / nanos, sum / nanos, ROUNDING, reasonIfFailed);
  }
}
