package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Line;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FairConditionPoolTest {
  /**
   * The room comes back after the only waiting person's time is up, and before that person has the
   * lock again to strike itself off the line.
   */
  @Test
  void aRoomKeptForSomebodyWhoJustGaveUpIsFreeAgain() throws Exception {
    House house = new ModeCase(Reentrant.FAIR.traits(), Line.SHARED).house(1);
    CountDownLatch leave = new CountDownLatch(1);
    Person occupant = house.startOccupant(leave);
    TestVisit weary = house.visit(1, room -> {}).patience(TimeUnit.MILLISECONDS.toNanos(200));
    Person waiting = house.start(weary).awaitWaiting();

    CountDownLatch decide = new CountDownLatch(1);
    Person lockHolder = startHoldingTheLock(house, decide);
    leave.countDown();
    awaitLockQueue(occupant);
    awaitLockQueue(waiting);
    decide.countDown();

    assertThat(lockHolder.hadRoom()).isFalse();
    assertThat(occupant.hadRoom()).isTrue();
    assertThat(waiting.hadRoom()).isFalse();
    assertThat(house.locking().visit(house.visit(2, room -> {}).patience(0))).isTrue();
  }

  /** The mode asks for a person's patience under its lock. */
  private static Person startHoldingTheLock(House house, CountDownLatch decide)
      throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Person person =
        house.start(
            house
                .visit(2, room -> {})
                .patienceLeft(
                    () -> {
                      asked.countDown();
                      return patienceOnceOpened(decide);
                    }));
    Await.opened(asked);
    return person;
  }

  private static long patienceOnceOpened(CountDownLatch decide) {
    try {
      Await.opened(decide);
      return 0;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waiting for a lock has no limit in time, unlike all other waits here. */
  private static void awaitLockQueue(Person person) {
    Await.until(
        "the person wants the lock",
        () -> person.thread().getState() == Thread.State.WAITING || person.task().isDone());
  }
}
