package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoomTest {
  private final Room room = new Room(3);

  @Test
  void whoEntersAnEmptyRoomIsNoViolation() {
    assertThat(room.enter(false, 0)).isFalse();
    assertThat(room.occupied()).isTrue();
    room.leave(false);
    assertThat(room.occupied()).isFalse();
    assertThat(room.enter(true, 0)).isFalse();
    room.leave(true);
    assertThat(room.occupied()).isFalse();
  }

  @Test
  void readersShareAndWritersDoNot() {
    assertThat(room.enter(true, 0)).isFalse();
    assertThat(room.enter(true, 0)).isFalse();
    assertThat(room.enter(false, 0)).as("a writer among readers").isTrue();
    assertThat(room.enter(true, 0)).as("a reader beside a writer").isTrue();
    room.leave(true);
    room.leave(true);
    room.leave(true);
    assertThat(room.enter(false, 0)).as("a second writer").isTrue();
    room.leave(false);
    room.leave(false);
    assertThat(room.occupied()).isFalse();
  }

  @Test
  void anOccupantIsOverdueOnceItsTimeIsOver() {
    assertThat(room.overdue(100)).isFalse();
    room.enter(false, 100);
    assertThat(room.overdue(100)).isFalse();
    assertThat(room.overdue(101)).isTrue();
    room.leave(false);
    assertThat(room.overdue(101)).isFalse();
  }

  @Test
  void overdueHoldsAcrossTheClocksTurn() {
    room.enter(false, Long.MAX_VALUE);
    assertThat(room.overdue(Long.MAX_VALUE - 1)).isFalse();
    assertThat(room.overdue(Long.MIN_VALUE + 5)).isTrue();
  }

  @Test
  void aReaderBesideOneWriterIsAViolation() {
    assertThat(room.enter(false, 0)).isFalse();
    assertThat(room.violated()).isFalse();
    assertThat(room.enter(true, 0)).isTrue();
    assertThat(room.violated()).isTrue();
  }

  @Test
  void readersTogetherAreNoViolation() {
    room.enter(true, 0);
    room.enter(true, 0);
    assertThat(room.violated()).isFalse();
  }

  @Test
  void personsInsideAndEntriesAreCounted() {
    room.enter(false, 0);
    room.enter(true, 0);
    room.enter(true, 0);
    assertThat(room.persons()).isEqualTo(3);
    room.leave(true);
    assertThat(room.persons()).isEqualTo(2);
    room.leave(false);
    assertThat(room.persons()).isEqualTo(1);
    assertThat(room.entries()).isEqualTo(3);
  }
}
