package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Line;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Attempts of a limited length, on time that a test counts: each lasts as long as it asks for. */
final class TimedAttemptsTest {
  private static final long MILLI = 1_000_000;
  private static final Scenario SCENARIO =
      new ScenarioBuilder()
          .locking("timed", Line.SHARED, 1)
          .timeout(Duration.ofMillis(500))
          .build();

  /** A door that opens at a time; before that every attempt takes all of its time. */
  private static final class SlowDoor implements Door {
    private final Room room = new Room(0);
    private final List<Long> attempts = new ArrayList<>();
    private final List<Room> closed = new ArrayList<>();
    private final long opensNanos;
    private long now;

    SlowDoor(long opensNanos) {
      this.opensNanos = opensNanos;
    }

    @Override
    public @Nullable Room tryOpen() {
      throw new AssertionError("an attempt of a limited length waits in line");
    }

    @Override
    public @Nullable Room tryOpen(long nanos) {
      attempts.add(nanos);
      if (now + nanos >= opensNanos) {
        now = Math.max(now, opensNanos);
        return room;
      }
      now += nanos;
      return null;
    }

    @Override
    public void close(Room left) {
      closed.add(left);
    }
  }

  private static TestVisit visit(SlowDoor door, long patienceNanos) {
    return new TestVisit(0, new ScenarioBuilder().schedule().newDraws(), room -> {})
        .patienceLeft(
            () -> patienceNanos == Visit.FOR_EVER ? Visit.FOR_EVER : patienceNanos - door.now);
  }

  private static boolean hadRoom(SlowDoor door, TestVisit visit) throws InterruptedException {
    List<Door> left = new ArrayList<>();
    Doors doors =
        new Doors() {
          @Override
          public Door choose(Visit chosen) {
            return door;
          }

          @Override
          public void left(Door one) {
            left.add(one);
          }
        };
    boolean hadRoom = new TimedTry(doors, SCENARIO).visit(visit);
    assertThat(left).containsExactly(door);
    assertThat(door.closed).hasSize(hadRoom ? 1 : 0);
    return hadRoom;
  }

  @Test
  void everyAttemptLastsForTheTimeoutUntilTheRoomIsHad() throws InterruptedException {
    SlowDoor door = new SlowDoor(1_800 * MILLI);
    TestVisit visit = visit(door, Visit.FOR_EVER);

    assertThat(hadRoom(door, visit)).isTrue();
    assertThat(door.attempts).containsExactly(500 * MILLI, 500 * MILLI, 500 * MILLI, 500 * MILLI);
    assertThat(visit.refusals()).isEqualTo(3);
    assertThat(door.now).isEqualTo(1_800 * MILLI);
  }

  @Test
  void theLastAttemptIsNoLongerThanThePatience() throws InterruptedException {
    SlowDoor door = new SlowDoor(9_000 * MILLI);
    TestVisit visit = visit(door, 1_200 * MILLI);

    assertThat(hadRoom(door, visit)).isFalse();
    assertThat(door.attempts).containsExactly(500 * MILLI, 500 * MILLI, 200 * MILLI);
    assertThat(visit.refusals()).isEqualTo(3);
    assertThat(door.now).isEqualTo(1_200 * MILLI);
  }

  @Test
  void patienceThatEndsWithAnAttemptAddsNone() throws InterruptedException {
    SlowDoor door = new SlowDoor(9_000 * MILLI);
    TestVisit visit = visit(door, 1_000 * MILLI);

    assertThat(hadRoom(door, visit)).isFalse();
    assertThat(door.attempts).containsExactly(500 * MILLI, 500 * MILLI);
    assertThat(visit.refusals()).isEqualTo(2);
  }

  @Test
  void aRoomThatOpensInTheLastAttemptIsHad() throws InterruptedException {
    SlowDoor door = new SlowDoor(1_100 * MILLI);
    TestVisit visit = visit(door, 1_200 * MILLI);

    assertThat(hadRoom(door, visit)).isTrue();
    assertThat(door.attempts).containsExactly(500 * MILLI, 500 * MILLI, 200 * MILLI);
    assertThat(visit.refusals()).isEqualTo(2);
  }

  @Test
  void withoutPatienceThereIsOneAttemptOfNoLength() throws InterruptedException {
    SlowDoor door = new SlowDoor(MILLI);
    TestVisit visit = visit(door, 0);

    assertThat(hadRoom(door, visit)).isFalse();
    assertThat(door.attempts).containsExactly(0L);
    assertThat(visit.refusals()).isEqualTo(1);
  }
}
