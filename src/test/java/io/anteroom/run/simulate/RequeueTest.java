package io.anteroom.run.simulate;

import static io.anteroom.run.simulate.HandComputed.abandoned;
import static io.anteroom.run.simulate.HandComputed.entered;
import static io.anteroom.run.simulate.HandComputed.fates;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Attempts that wait in line for a while, and then at its end again. */
class RequeueTest {
  @Test
  void everyAttemptThatEndsIsARefusal() {
    assertThat(fates("mode=timed rooms=1 persons=2 hold=fixed:5ms timeout=2ms"))
        .containsExactly(entered(0, 0, 0, 0, 5), entered(1, 0, 0, 5, 10, 2));
  }

  @Test
  void aRoomThatFallsFreeAsTheAttemptEndsIsGranted() {
    assertThat(fates("mode=timed rooms=1 persons=2 hold=fixed:4ms timeout=2ms"))
        .containsExactly(entered(0, 0, 0, 0, 4), entered(1, 0, 0, 4, 8, 1));
  }

  @Test
  void aRefusedPersonGoesToTheEndOfTheLine() {
    assertThat(
            fates(
                "mode=timed rooms=1 arrivals=constant:1000/s visits=3 hold=fixed:4ms"
                    + " timeout=2ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 4), entered(1, 0, 1, 8, 12, 3), entered(2, 0, 2, 4, 8, 0));
  }

  @Test
  void ofAttemptsThatEndTogetherTheEarlierOneRequeuesFirst() {
    assertThat(fates("mode=timed rooms=1 persons=3 hold=fixed:5ms timeout=2ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 5), entered(1, 0, 0, 5, 10, 2), entered(2, 0, 0, 10, 15, 4));
  }

  @Test
  void aRefusedPersonStaysInTheLineOfItsRoom() {
    assertThat(
            fates(
                "mode=timed line=per-room rooms=2 persons=3 visits=2 hold=fixed:4ms"
                    + " timeout=3ms"))
        .containsExactly(
            entered(0, 0, 0, 0, 4),
            entered(0, 1, 4, 8, 12, 1),
            entered(1, 0, 0, 0, 4),
            entered(1, 1, 4, 4, 8),
            entered(2, 0, 0, 4, 8, 1),
            entered(2, 1, 8, 12, 16, 1));
  }

  @Test
  void theLastAttemptEndsWithThePatience() {
    assertThat(fates("mode=timed rooms=1 persons=2 hold=fixed:10ms timeout=2ms patience=fixed:3ms"))
        .containsExactly(entered(0, 0, 0, 0, 10), abandoned(1, 0, 0, 3, 2));
  }

  @Test
  void patienceThatEndsWithAnAttemptAddsNoRefusal() {
    assertThat(fates("mode=timed rooms=1 persons=2 hold=fixed:10ms timeout=2ms patience=fixed:4ms"))
        .containsExactly(entered(0, 0, 0, 0, 10), abandoned(1, 0, 0, 4, 2));
  }

  @Test
  void aRoomThatFallsFreeAsPatienceEndsIsGranted() {
    assertThat(fates("mode=timed rooms=1 persons=2 hold=fixed:4ms timeout=2ms patience=fixed:4ms"))
        .containsExactly(entered(0, 0, 0, 0, 4), entered(1, 0, 0, 4, 8, 1));
  }

  @Test
  void withoutPatienceTheFirstAttemptIsTheOnlyOne() {
    assertThat(fates("mode=timed rooms=1 persons=2 hold=fixed:4ms timeout=2ms patience=fixed:0s"))
        .containsExactly(entered(0, 0, 0, 0, 4), abandoned(1, 0, 0, 0, 1));
  }
}
