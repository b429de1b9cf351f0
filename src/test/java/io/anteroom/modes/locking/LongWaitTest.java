package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A person that waits as long as it takes sets no timer of JDK 21 so far ahead that a difference of
 * two times can overflow: virtual threads that sleep would not be woken any more.
 */
@ExtendWith(Houses.class)
@Timeout(120)
final class LongWaitTest {
  /** Such a timer is set no later than this many nanoseconds ahead. */
  private static final long LATEST = Long.MAX_VALUE / 4;

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#exclusive")
  void waitingForEverSetsNoTimerThatOverflows(ModeCase mode) throws Exception {
    assumeThat(Runtime.version().feature()).as("JDK with that timer").isEqualTo(21);
    assumeThat(mode.spins()).as("spins, and sets no timer").isFalse();
    House house = mode.house(1);
    CountDownLatch leave = new CountDownLatch(1);
    Person occupant = house.startOccupant(leave);
    TestVisit visit = house.visit(1, room -> {});
    Person waiting = Person.start(house.locking(), visit, Thread.ofVirtual()).awaitWaiting();
    try {
      assertThat(timers())
          .allMatch(timer -> timer.getDelay(TimeUnit.NANOSECONDS) <= LATEST, "in time");
    } finally {
      leave.countDown();
    }
    assertThat(occupant.hadRoom()).isTrue();
    assertThat(waiting.hadRoom()).isTrue();
  }

  /** What wakes virtual threads of this JVM. */
  private static List<Delayed> timers() throws ReflectiveOperationException {
    Field unparker = Class.forName("java.lang.VirtualThread").getDeclaredField("UNPARKER");
    unparker.setAccessible(true);
    return ((ScheduledThreadPoolExecutor) unparker.get(null))
        .getQueue().stream().map(Delayed.class::cast).toList();
  }
}
