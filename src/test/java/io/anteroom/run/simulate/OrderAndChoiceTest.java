package io.anteroom.run.simulate;

import static io.anteroom.run.simulate.HandComputed.abandoned;
import static io.anteroom.run.simulate.HandComputed.entered;
import static io.anteroom.run.simulate.HandComputed.fates;
import static io.anteroom.run.simulate.Simulations.seeded;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.schedule.Schedule;
import org.junit.jupiter.api.Test;

/** Who is next in line, and which line a visit joins. */
class OrderAndChoiceTest {
  @Test
  void lastInFirstOut() {
    assertThat(
            fates(
                "mode=semaphore rooms=1 arrivals=constant:1000/s visits=4 hold=fixed:4ms"
                    + " order=lifo"))
        .containsExactly(
            entered(0, 0, 0, 0, 4),
            entered(1, 0, 1, 12, 16),
            entered(2, 0, 2, 8, 12),
            entered(3, 0, 3, 4, 8));
  }

  @Test
  void whoGaveUpLeavesNoGapInALastInFirstOutLine() {
    assertThat(
            fates(
                "mode=semaphore rooms=1 arrivals=constant:1000/s visits=4 hold=fixed:5ms"
                    + " order=lifo patience=fixed:8ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 5),
            abandoned(1, 0, 1, 9, 1),
            entered(2, 0, 2, 10, 15),
            entered(3, 0, 3, 5, 10));
  }

  /** The line is 1 2 3 4, then 4 2 3, then 3 2, then 3. */
  @Test
  void inRandomOrderTheLastInLineTakesThePlaceOfWhoeverEntered() {
    String settings =
        seeded(
            "mode=semaphore rooms=1 persons=5 hold=fixed:1ms order=random",
            schedule ->
                place(schedule, 0, 4) == 0
                    && place(schedule, 1, 3) == 0
                    && place(schedule, 2, 2) == 1);
    assertThat(fates(settings))
        .containsExactly(
            entered(0, 0, 0, 0, 1),
            entered(1, 0, 0, 1, 2),
            entered(2, 0, 0, 3, 4),
            entered(3, 0, 0, 4, 5),
            entered(4, 0, 0, 2, 3));
  }

  /** At 5 ms the line is 1 2 3, then 3 2; at 6 ms its first enters and the other gives up. */
  @Test
  void inRandomOrderTheLastInLineTakesThePlaceOfWhoeverGaveUp() {
    String settings =
        seeded(
            "mode=semaphore rooms=1 arrivals=constant:1000/s visits=4 hold=fixed:6ms"
                + " order=random patience=fixed:4ms",
            schedule -> place(schedule, 0, 2) == 0);
    assertThat(fates(settings))
        .containsExactly(
            entered(0, 0, 0, 0, 6),
            abandoned(1, 0, 1, 5, 1),
            abandoned(2, 0, 2, 6, 1),
            entered(3, 0, 3, 6, 12));
  }

  /**
   * Persons 2 and 3 wait for the rooms of 0 and 1: each is a grant, though the only one in line.
   */
  @Test
  void everyGrantFromAnyLineCountsForTheRandomOrder() {
    String settings =
        seeded(
            "mode=reentrant line=per-room rooms=2 persons=7 hold=fixed:1ms order=random",
            schedule ->
                place(schedule, 0, 3) == 2
                    && place(schedule, 1, 2) == 1
                    && place(schedule, 2, 2) == 0
                    && place(schedule, 3, 1) == 0);
    assertThat(fates(settings))
        .containsExactly(
            entered(0, 0, 0, 0, 1),
            entered(1, 0, 0, 0, 1),
            entered(2, 0, 0, 2, 3),
            entered(3, 0, 0, 2, 3),
            entered(4, 0, 0, 3, 4),
            entered(5, 0, 0, 1, 2),
            entered(6, 0, 0, 1, 2));
  }

  private static int place(Schedule schedule, long grant, int waiting) {
    return schedule.randomPlace(schedule.newDraws(), grant, waiting);
  }

  @Test
  void inTurnTheVisitsOfTheRunGoFromRoomToRoom() {
    assertThat(fates("mode=reentrant rooms=2 persons=3 visits=2 hold=fixed:2ms choice=round-robin"))
        .containsExactly(
            entered(0, 0, 0, 0, 2),
            entered(0, 1, 2, 2, 4),
            entered(1, 0, 0, 0, 2),
            entered(1, 1, 2, 4, 6),
            entered(2, 0, 0, 2, 4),
            entered(2, 1, 4, 4, 6));
  }

  @Test
  void whoIsTurnedAwayTakesNoTurn() {
    assertThat(
            fates(
                "mode=reentrant rooms=2 arrivals=constant:1000/s visits=6 hold=fixed:5ms limit=2"
                    + " choice=round-robin"))
        .containsExactly(
            entered(0, 0, 0, 0, 5),
            entered(1, 0, 1, 1, 6),
            HandComputed.turnedAway(2, 2),
            HandComputed.turnedAway(3, 3),
            HandComputed.turnedAway(4, 4),
            entered(5, 0, 5, 5, 10));
  }

  @Test
  void atRandomARoomIsDrawnForEachVisit() {
    String settings =
        seeded(
            "mode=reentrant rooms=3 persons=2 visits=2 hold=fixed:2ms choice=random",
            schedule ->
                room(schedule, 0, 0) == 2
                    && room(schedule, 1, 0) == 2
                    && room(schedule, 0, 1) == 1
                    && room(schedule, 1, 1) == 0);
    assertThat(fates(settings))
        .containsExactly(
            entered(0, 0, 0, 0, 2),
            entered(0, 1, 2, 2, 4),
            entered(1, 0, 0, 2, 4),
            entered(1, 1, 4, 4, 6));
  }

  private static int room(Schedule schedule, int person, long visit) {
    return schedule.randomRoom(schedule.newDraws(), person, visit);
  }

  @Test
  void theShortestLineCountsWhoIsInsideAndWhoWaits() {
    assertThat(
            fates(
                "mode=reentrant rooms=2 arrivals=constant:1000/s visits=5 hold=fixed:10ms"
                    + " choice=shortest"))
        .containsExactly(
            entered(0, 0, 0, 0, 10),
            entered(1, 0, 1, 1, 11),
            entered(2, 0, 2, 10, 20),
            entered(3, 0, 3, 11, 21),
            entered(4, 0, 4, 20, 30));
  }

  /** At 6 ms both rooms have one person; room 0 falls free at 7 ms, room 1 at 9 ms. */
  @Test
  void theShortestLineForgetsWhoGaveUp() {
    assertThat(
            fates(
                "mode=reentrant rooms=2 arrivals=constant:500/s visits=4 hold=fixed:7ms"
                    + " choice=shortest patience=fixed:1ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 7),
            entered(1, 0, 2, 2, 9),
            abandoned(2, 0, 4, 5, 1),
            entered(3, 0, 6, 7, 14));
  }

  /** Who arrives tries before those who try again, so the last to come tries first from then on. */
  @Test
  void theShortestLineCountsWhoPollsForTheRoom() {
    assertThat(
            fates(
                "mode=try-park line=per-room rooms=2 arrivals=constant:1000/s visits=5"
                    + " hold=fixed:10ms choice=shortest"))
        .containsExactly(
            entered(0, 0, 0, 0, 10),
            entered(1, 0, 1, 1, 11),
            entered(2, 0, 2, 20, 30, 18),
            entered(3, 0, 3, 11, 21, 8),
            entered(4, 0, 4, 10, 20, 6));
  }
}
