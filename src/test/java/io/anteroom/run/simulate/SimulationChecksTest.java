package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Check;
import io.anteroom.result.Check.Verdict;
import io.anteroom.run.simulate.Kernel.Totals;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Schedule;
import org.junit.jupiter.api.Test;

/** What a simulated run is held to: each check passes on figures that agree, and on no others. */
class SimulationChecksTest {
  private static final Totals TOTALS = new Totals(10, 2, 5_000, 700);

  private final VisitTally tally = tally();
  private final SimulationChecks checks = new SimulationChecks(tally, false);
  private final SimulationChecks ofInterrupted = new SimulationChecks(tally, true);

  private static VisitTally tally() {
    Scenario scenario = Simulations.scenario("mode=semaphore-fair persons=3 hold=fixed:1ms");
    Schedule schedule = new Schedule(scenario);
    VisitTally tally = new VisitTally(scenario, schedule, schedule.newWindow());
    tally.begun = 7;
    tally.turnedAway = 3;
    tally.waitNanos = 600;
    tally.holdNanos = 900;
    tally.lastNanos = 300;
    return tally;
  }

  /** So many persons from the start until that time. */
  private static Occupancy occupancy(int persons, long nanos) {
    Occupancy occupancy = new Occupancy();
    occupancy.changes(persons, 0);
    occupancy.advance(nanos);
    return occupancy;
  }

  private static void assertPassed(Check check) {
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASSED);
  }

  private static void assertFailed(Check check, double expected, double measured, String reason) {
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.FAILED);
    assertThat(check.expected()).isEqualTo(expected);
    assertThat(check.measured()).isEqualTo(measured);
    assertThat(check.reason()).contains(reason);
  }

  private static void assertNotJudged(Check check, String reason) {
    assertThat(check.verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(check.reason()).contains(reason);
  }

  @Test
  void noMorePersonsThanRoomsMayBeInside() {
    assertPassed(checks.mutualExclusion(false, occupancy(3, 1), 4));
    assertPassed(checks.mutualExclusion(false, occupancy(4, 1), 4));
    assertFailed(checks.mutualExclusion(false, occupancy(6, 1), 4), 0, 2, "more persons than");
    assertNotJudged(checks.mutualExclusion(true, occupancy(6, 1), 4), "any number of persons");
  }

  @Test
  void whoArrivesBeginsAVisitOrIsTurnedAway() {
    assertPassed(checks.counts(10));
    assertFailed(checks.counts(11), 11, 10, "lost or told twice");
    assertNotJudged(ofInterrupted.counts(11), "interrupted");
  }

  @Test
  void theWaitsAddUpToTheLineOverTime() {
    assertPassed(checks.littlesLaw(occupancy(2, 300)));
    assertFailed(checks.littlesLaw(occupancy(3, 300)), 3, 2, "waits don't add up");
    assertNotJudged(ofInterrupted.littlesLaw(occupancy(3, 300)), "interrupted");
  }

  @Test
  void theHoldsAddUpToTheRoomsOccupiedOverTime() {
    assertPassed(checks.utilisation(occupancy(3, 300)));
    assertFailed(checks.utilisation(occupancy(2, 300)), 2, 3, "holds don't add up");
    assertNotJudged(ofInterrupted.utilisation(occupancy(2, 300)), "interrupted");
  }

  /** Sums of doubles differ by the order in which they are made, but not by a visit. */
  @Test
  void roundingIsNoContradiction() {
    tally.waitNanos = 600 + 1e-7;
    assertPassed(checks.littlesLaw(occupancy(2, 300)));
    tally.waitNanos = 600 + 1e-5;
    assertFailed(checks.littlesLaw(occupancy(2, 300)), 2, (600 + 1e-5) / 300, "waits");
  }

  @Test
  void bothWaysOfSimulatingAgreeOnTheMeasuredWindow() {
    assertPassed(checks.window(TOTALS, TOTALS));
    assertFailed(checks.window(TOTALS, new Totals(9, 2, 5_000, 700)), 10, 9, "visits completed");
    assertFailed(
        checks.window(TOTALS, new Totals(10, 2, 5_001, 700)), 5_000, 5_001, "rooms occupied");
    assertFailed(checks.window(TOTALS, new Totals(10, 2, 5_000, 701)), 700, 701, "persons waiting");
  }

  @Test
  void bothWaysOfSimulatingAgreeOnWhoGotARoomWhen() {
    Fingerprint one = new Fingerprint();
    one.enters(1, 2, 0, 5, 10, 20, 0);
    Fingerprint other = new Fingerprint();
    other.enters(1, 2, 0, 5, 11, 20, 0);
    assertPassed(checks.twoWays(one, one));
    assertFailed(checks.twoWays(one, other), 0, 1, "disagree on a visit");
  }

  @Test
  void durationsOutOfRangeAreCountedAndNamed() {
    assertPassed(Check.durations(0, 0));
    assertFailed(Check.durations(0, 1), 0, 1, "1 duration was below 0: the clock was set back");
    assertThat(Check.durations(0, 1).reason()).doesNotContain("longer");
    assertFailed(Check.durations(2, 0), 0, 2, "2 durations were longer than 146 years");
    assertThat(Check.durations(2, 0).reason()).doesNotContain("below");
    assertFailed(Check.durations(2, 3), 0, 5, "3 durations were below 0");
  }
}
