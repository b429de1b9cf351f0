package io.anteroom.run.simulate;

import static io.anteroom.run.simulate.HandComputed.abandoned;
import static io.anteroom.run.simulate.HandComputed.entered;
import static io.anteroom.run.simulate.HandComputed.fates;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Waiting in line, in first-come order, until a room is granted or patience ends. */
class InLineTest {
  @Test
  void personsEnterOneAfterTheOther() {
    assertThat(fates("mode=semaphore rooms=1 persons=3 hold=fixed:2ms"))
        .containsExactly(entered(0, 0, 0, 0, 2), entered(1, 0, 0, 2, 4), entered(2, 0, 0, 4, 6));
  }

  @Test
  void aSharedLineServesAllRooms() {
    assertThat(fates("mode=queue rooms=2 persons=3 hold=fixed:2ms visits=2"))
        .containsExactly(
            entered(0, 0, 0, 0, 2),
            entered(0, 1, 2, 2, 4),
            entered(1, 0, 0, 0, 2),
            entered(1, 1, 2, 4, 6),
            entered(2, 0, 0, 2, 4),
            entered(2, 1, 4, 4, 6));
  }

  @Test
  void aLineOfItsOwnKeepsItsPersonsThoughAnotherRoomIsFree() {
    assertThat(fates("mode=reentrant line=per-room rooms=2 persons=3 hold=fixed:2ms visits=2"))
        .containsExactly(
            entered(0, 0, 0, 0, 2),
            entered(0, 1, 2, 4, 6),
            entered(1, 0, 0, 0, 2),
            entered(1, 1, 2, 2, 4),
            entered(2, 0, 0, 2, 4),
            entered(2, 1, 4, 6, 8));
  }

  @Test
  void twoPersonsAlternateInOneRoom() {
    assertThat(fates("mode=reentrant rooms=1 persons=2 visits=2 hold=fixed:5ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 5),
            entered(0, 1, 5, 10, 15),
            entered(1, 0, 0, 5, 10),
            entered(1, 1, 10, 15, 20));
  }

  @Test
  void whoArrivesAsTheRoomFallsFreeEntersAtOnce() {
    assertThat(fates("mode=semaphore rooms=1 arrivals=constant:1000/s visits=2 hold=fixed:1ms"))
        .containsExactly(entered(0, 0, 0, 0, 1), entered(1, 0, 1, 1, 2));
  }

  @Test
  void whoWaitsComesBeforeWhoArrivesAsTheRoomFallsFree() {
    assertThat(fates("mode=semaphore rooms=1 arrivals=constant:1000/s visits=3 hold=fixed:2ms"))
        .containsExactly(entered(0, 0, 0, 0, 2), entered(1, 0, 1, 2, 4), entered(2, 0, 2, 4, 6));
  }

  @Test
  void visitsThatTakeNoTimeMakeWayWithinTheInstant() {
    assertThat(fates("mode=semaphore rooms=1 persons=2 visits=2 hold=fixed:0s"))
        .containsExactly(
            entered(0, 0, 0, 0, 0),
            entered(0, 1, 0, 0, 0),
            entered(1, 0, 0, 0, 0),
            entered(1, 1, 0, 0, 0));
  }

  @Test
  void aPersonGivesUpWhenItsPatienceEnds() {
    assertThat(fates("mode=semaphore rooms=1 persons=2 hold=fixed:5ms patience=fixed:3ms"))
        .containsExactly(entered(0, 0, 0, 0, 5), abandoned(1, 0, 0, 3, 1));
  }

  @Test
  void aRoomThatFallsFreeAsPatienceEndsIsGranted() {
    assertThat(fates("mode=semaphore rooms=1 persons=2 hold=fixed:3ms patience=fixed:3ms"))
        .containsExactly(entered(0, 0, 0, 0, 3), entered(1, 0, 0, 3, 6));
  }

  @Test
  void withoutPatienceAPersonGivesUpAtOnce() {
    assertThat(fates("mode=semaphore rooms=1 persons=2 hold=fixed:3ms patience=fixed:0s"))
        .containsExactly(entered(0, 0, 0, 0, 3), abandoned(1, 0, 0, 0, 1));
  }

  @Test
  void withoutPatienceAPersonEntersARoomThatFallsFreeAsItArrives() {
    assertThat(
            fates(
                "mode=semaphore rooms=1 arrivals=constant:500/s visits=2 hold=fixed:2ms"
                    + " patience=fixed:0s"))
        .containsExactly(entered(0, 0, 0, 0, 2), entered(1, 0, 2, 2, 4));
  }

  @Test
  void whoGaveUpIsNotServedAnyMore() {
    assertThat(
            fates(
                "mode=semaphore rooms=1 arrivals=constant:500/s visits=3 hold=fixed:7ms"
                    + " patience=fixed:4ms"))
        .containsExactly(entered(0, 0, 0, 0, 7), abandoned(1, 0, 2, 6, 1), entered(2, 0, 4, 7, 14));
  }
}
