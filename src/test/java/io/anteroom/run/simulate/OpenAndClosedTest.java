package io.anteroom.run.simulate;

import static io.anteroom.run.simulate.HandComputed.abandoned;
import static io.anteroom.run.simulate.HandComputed.entered;
import static io.anteroom.run.simulate.HandComputed.fates;
import static io.anteroom.run.simulate.HandComputed.leftWaiting;
import static io.anteroom.run.simulate.HandComputed.turnedAway;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.Schedule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who arrives when, who is turned away, and where a run ends. */
class OpenAndClosedTest {
  @Test
  void theLimitCountsWhoIsInsideAndWhoWaits() {
    assertThat(
            fates(
                "mode=semaphore rooms=1 arrivals=constant:1000/s visits=4 hold=fixed:3ms limit=2"))
        .containsExactly(
            entered(0, 0, 0, 0, 3),
            entered(1, 0, 1, 3, 6),
            turnedAway(2, 2),
            entered(3, 0, 3, 6, 9));
  }

  @Test
  void theLimitCountsWhoPolls() {
    assertThat(
            fates("mode=try-park rooms=1 arrivals=constant:1000/s visits=4 hold=fixed:3ms limit=2"))
        .containsExactly(
            entered(0, 0, 0, 0, 3),
            entered(1, 0, 1, 6, 9, 5),
            turnedAway(2, 2),
            entered(3, 0, 3, 3, 6));
  }

  @Test
  void theLimitForgetsWhoGaveUp() {
    assertThat(
            fates(
                "mode=semaphore rooms=1 arrivals=constant:1000/s visits=5 hold=fixed:9ms limit=2"
                    + " patience=fixed:2ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 9),
            abandoned(1, 0, 1, 3, 1),
            turnedAway(2, 2),
            turnedAway(3, 3),
            abandoned(4, 0, 4, 6, 1));
  }

  @Test
  void ofThoseWhoArriveTogetherTheFirstComesFirst() {
    assertThat(
            fates(
                "mode=semaphore rooms=1 visits=4 hold=fixed:1ms limit=2 arrivals=trace:"
                    + Simulations.durations("batches.durations")))
        .containsExactly(
            entered(0, 0, 0, 0, 1),
            entered(1, 0, 0, 1, 2),
            turnedAway(2, 0),
            entered(3, 0, 1, 2, 3));
  }

  @Test
  void inAClosedModelAPersonThinksBeforeEveryVisit() {
    assertThat(
            fates(
                "arrivals=closed think=fixed:2ms persons=1 visits=2 hold=fixed:3ms mode=semaphore"))
        .containsExactly(entered(0, 0, 2, 2, 5), entered(0, 1, 7, 7, 10));
  }

  @Test
  void atOnceThereIsNoThinkingBeforeTheFirstVisit() {
    assertThat(
            fates(
                "arrivals=at-once think=fixed:2ms persons=1 visits=2 hold=fixed:3ms"
                    + " mode=semaphore"))
        .containsExactly(entered(0, 0, 0, 0, 3), entered(0, 1, 5, 5, 8));
  }

  @Test
  void withoutThinkingVisitsFollowOneAnother() {
    assertThat(fates("arrivals=closed persons=1 visits=3 hold=fixed:3ms"))
        .containsExactly(entered(0, 0, 0, 0, 3), entered(0, 1, 3, 3, 6), entered(0, 2, 6, 6, 9));
  }

  @Test
  void whoGaveUpThinksAndComesAgain() {
    assertThat(
            fates(
                "mode=semaphore persons=2 visits=2 hold=fixed:10ms patience=fixed:3ms"
                    + " think=fixed:2ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 10),
            entered(0, 1, 12, 12, 22),
            abandoned(1, 0, 0, 3, 1),
            abandoned(1, 1, 5, 8, 1));
  }

  @Test
  void whoGivesUpAtOnceMayComeAgainWithinTheInstant() {
    assertThat(fates("mode=semaphore persons=2 visits=3 hold=fixed:1ms patience=fixed:0s"))
        .containsExactly(
            entered(0, 0, 0, 0, 1),
            entered(0, 1, 1, 1, 2),
            entered(0, 2, 2, 2, 3),
            abandoned(1, 0, 0, 0, 1),
            abandoned(1, 1, 0, 0, 1),
            abandoned(1, 2, 0, 0, 1));
  }

  @Test
  void noVisitOfAClosedModelBeginsAtTheDurationOrLater() {
    assertThat(fates("persons=1 duration=10ms hold=fixed:3ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 3),
            entered(0, 1, 3, 3, 6),
            entered(0, 2, 6, 6, 9),
            entered(0, 3, 9, 9, 12));
    assertThat(fates("persons=1 duration=10ms hold=fixed:5ms"))
        .containsExactly(entered(0, 0, 0, 0, 5), entered(0, 1, 5, 5, 10));
    assertThat(fates("persons=1 duration=10ms visits=1 hold=fixed:5ms"))
        .containsExactly(entered(0, 0, 0, 0, 5));
  }

  @Test
  void theRunStopsAtTwiceTheDuration() {
    assertThat(fates("mode=semaphore arrivals=constant:1000/s duration=2ms hold=fixed:3ms"))
        .containsExactly(entered(0, 0, 0, 0, 3), entered(1, 0, 1, 3, 6));
    assertThat(fates("mode=semaphore arrivals=constant:1000/s duration=3ms hold=fixed:4ms"))
        .containsExactly(entered(0, 0, 0, 0, 4), entered(1, 0, 1, 4, 8), leftWaiting(2, 0, 2, 0));
  }

  @Test
  void atTheStopNothingHappensAnyMore() {
    assertThat(fates("mode=semaphore arrivals=constant:1000/s duration=3ms hold=fixed:3ms"))
        .containsExactly(entered(0, 0, 0, 0, 3), entered(1, 0, 1, 3, 6), leftWaiting(2, 0, 2, 0));
    assertThat(
            fates(
                "mode=semaphore arrivals=constant:1000/s duration=2ms hold=fixed:9ms"
                    + " patience=fixed:3ms"))
        .containsExactly(entered(0, 0, 0, 0, 9), leftWaiting(1, 0, 1, 0));
  }

  @Test
  void whoIsLeftWaitingHasItsRefusals() {
    assertThat(fates("mode=try-park arrivals=constant:1000/s duration=2ms hold=fixed:9ms"))
        .containsExactly(entered(0, 0, 0, 0, 9), leftWaiting(1, 0, 1, 3));
    assertThat(fates("mode=timed timeout=1ms arrivals=constant:1000/s duration=2ms hold=fixed:9ms"))
        .containsExactly(entered(0, 0, 0, 0, 9), leftWaiting(1, 0, 1, 2));
  }

  @Test
  void whatWouldBeLaterThanTheLatestTimeNeverHappens() {
    long yearNanos = Duration.ofDays(365).toNanos();
    long years = Long.MAX_VALUE / yearNanos;
    assertThat(fates("mode=semaphore persons=300 hold=fixed:8760h"))
        .hasSize(300)
        .contains(
            new Fate.Entered((int) years - 1, 0, 0, (years - 1) * yearNanos, years * yearNanos, 0),
            new Fate.Entered((int) years, 0, 0, years * yearNanos, Long.MAX_VALUE, 0),
            new Fate.LeftWaiting((int) years + 1, 0, 0, 0));
  }

  @Test
  void durationsAreTheSchedulesOfThatPersonAndVisit() {
    String settings =
        "mode=semaphore persons=2 rooms=2 visits=2 arrivals=closed hold=exponential:3ms"
            + " think=exponential:1ms";
    Schedule schedule = new Schedule(Simulations.scenario(settings));
    Draws draws = schedule.newDraws();
    long freeNanos = 0;
    for (int visit = 0; visit < 2; visit++) {
      long intended = freeNanos + schedule.thinkNanos(draws, 1, visit);
      freeNanos = intended + schedule.holdNanos(draws, 1, visit);
      assertThat(fates(settings))
          .contains(new Fate.Entered(1, visit, intended, intended, freeNanos, 0));
    }
  }

  @Test
  void patienceIsTheSchedulesOfThatPerson() {
    String settings = "mode=semaphore persons=2 hold=fixed:1h patience=exponential:1ms";
    Schedule schedule = new Schedule(Simulations.scenario(settings));
    assertThat(fates(settings))
        .contains(
            new Fate.Abandoned(1, 0, 0, schedule.patienceNanos(schedule.newDraws(), 1, 0), 1));
  }
}
