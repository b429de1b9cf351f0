package io.anteroom.run.simulate;

import static io.anteroom.run.simulate.HandComputed.abandoned;
import static io.anteroom.run.simulate.HandComputed.entered;
import static io.anteroom.run.simulate.HandComputed.fates;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.Schedule;
import org.junit.jupiter.api.Test;

/** Trying again and again, with pauses and without a line. */
class PollingTest {
  @Test
  void aPersonTriesUntilItFindsARoomFree() {
    assertThat(fates("mode=try-park rooms=1 persons=2 hold=fixed:3ms"))
        .containsExactly(entered(0, 0, 0, 0, 3), entered(1, 0, 0, 3, 6, 3));
  }

  @Test
  void ofTriesAtOneInstantTheOneThatPausedFirstComesFirst() {
    assertThat(fates("mode=try-park rooms=1 persons=3 hold=fixed:3ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 3), entered(1, 0, 0, 3, 6, 3), entered(2, 0, 0, 6, 9, 6));
  }

  @Test
  void whoArrivesComesBeforeWhoTriesAgain() {
    assertThat(fates("mode=try-park rooms=1 arrivals=constant:1000/s visits=3 hold=fixed:2ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 2), entered(1, 0, 1, 4, 6, 3), entered(2, 0, 2, 2, 4, 0));
  }

  @Test
  void aFreeRoomStaysEmptyUntilSomebodyTries() {
    assertThat(fates("mode=try-park rooms=1 persons=2 hold=fixed:3ms retry=fixed:5ms"))
        .containsExactly(entered(0, 0, 0, 0, 3), entered(1, 0, 0, 5, 8, 1));
  }

  @Test
  void aSharedLineLetsAPersonTryEveryRoom() {
    assertThat(
            fates(
                "mode=try-park line=shared rooms=2 persons=3 visits=2 hold=fixed:2ms"
                    + " retry=fixed:3ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 2),
            entered(0, 1, 2, 2, 4),
            entered(1, 0, 0, 0, 2),
            entered(1, 1, 2, 2, 4),
            entered(2, 0, 0, 6, 8, 2),
            entered(2, 1, 8, 8, 10));
  }

  @Test
  void aLinePerRoomLetsAPersonTryItsRoomOnly() {
    assertThat(
            fates(
                "mode=try-park line=per-room rooms=2 arrivals=constant:500/s visits=4"
                    + " hold=fixed:7ms retry=fixed:3ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 7),
            entered(1, 0, 2, 2, 9),
            entered(2, 0, 4, 7, 14, 1),
            entered(3, 0, 6, 9, 16, 1));
  }

  @Test
  void patienceAllowsOneLastTryAtItsEnd() {
    assertThat(
            fates(
                "mode=try-park rooms=1 persons=2 hold=fixed:3ms retry=fixed:5ms"
                    + " patience=fixed:3ms"))
        .containsExactly(entered(0, 0, 0, 0, 3), entered(1, 0, 0, 3, 6, 1));
  }

  @Test
  void aPersonGivesUpWhenTheLastTryIsInVain() {
    assertThat(
            fates(
                "mode=try-park rooms=1 persons=2 hold=fixed:9ms retry=fixed:5ms"
                    + " patience=fixed:2ms"))
        .containsExactly(entered(0, 0, 0, 0, 9), abandoned(1, 0, 0, 2, 2));
  }

  @Test
  void withoutPatienceThereIsOneTry() {
    assertThat(fates("mode=try-backoff rooms=1 persons=2 hold=fixed:3ms patience=fixed:0s"))
        .containsExactly(entered(0, 0, 0, 0, 3), abandoned(1, 0, 0, 0, 1));
  }

  @Test
  void backingOffPausesAsTheScheduleSays() {
    String settings = "mode=try-backoff rooms=1 persons=2 hold=fixed:9ms";
    Scenario scenario = Simulations.scenario(settings);
    Schedule schedule = new Schedule(scenario);
    Draws draws = schedule.newDraws();
    Discipline.Polling backoff = (Discipline.Polling) scenario.locking().discipline();
    long triesAtNanos = 0;
    long refusals = 0;
    while (triesAtNanos < 9_000_000) {
      refusals++;
      triesAtNanos += schedule.pauseNanos(draws, 1, 0, refusals, backoff);
    }
    assertThat(refusals).isGreaterThan(2);
    assertThat(fates(settings))
        .containsExactly(
            entered(0, 0, 0, 0, 9),
            new Fate.Entered(1, 0, 0, triesAtNanos, triesAtNanos + 9_000_000, refusals));
  }
}
