package io.anteroom.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeadlocksTest {
  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;

  @Test
  void onePersonWaitingForItsOwnRoomIsEnough() {
    Deadlocks deadlocks = new Deadlocks(new int[] {1});

    deadlocks.waits(new int[] {A}, A);

    assertThat(deadlocks.found()).isTrue();
    assertThat(deadlocks.persons(A, A)).isEqualTo(1);
  }

  @Test
  void aRoomOfSomebodyWhoDoesNotWaitIsStillToComeFree() {
    Deadlocks deadlocks = new Deadlocks(new int[] {3});

    deadlocks.waits(new int[] {A}, A);
    deadlocks.waits(new int[] {A}, A);

    assertThat(deadlocks.found()).isFalse();
    deadlocks.waits(new int[] {A}, A);
    assertThat(deadlocks.found()).isTrue();
    deadlocks.waitsNoMore(new int[] {A}, A);
    assertThat(deadlocks.found()).isFalse();
  }

  @Test
  void twoPoolsInOppositeOrderLockEachOther() {
    Deadlocks deadlocks = new Deadlocks(new int[] {1, 1});

    deadlocks.waits(new int[] {A}, B);
    assertThat(deadlocks.found()).isFalse();
    deadlocks.waits(new int[] {B}, A);

    assertThat(deadlocks.locked()).containsExactly(true, true);
  }

  @Test
  void aChainThatEndsInAFreePoolIsNoDeadlock() {
    Deadlocks deadlocks = new Deadlocks(new int[] {1, 1, 1});

    deadlocks.waits(new int[] {A}, B);
    deadlocks.waits(new int[] {B}, C);

    assertThat(deadlocks.found()).isFalse();
  }

  @Test
  void thoseWhoWaitForALockedPoolFromOutsideArePartOfItOnlyWhereTheyHoldAllRooms() {
    Deadlocks deadlocks = new Deadlocks(new int[] {1, 2});

    deadlocks.waits(new int[] {A}, A);
    deadlocks.waits(new int[] {B}, A);

    assertThat(deadlocks.locked()).containsExactly(true, false);
  }

  @Test
  void aPersonWithTwoRoomsOfAPoolIsOnePerson() {
    Deadlocks deadlocks = new Deadlocks(new int[] {2});

    deadlocks.waits(new int[] {A, A}, A);

    assertThat(deadlocks.found()).isTrue();
    assertThat(deadlocks.persons(A, A)).isEqualTo(1);
  }
}
