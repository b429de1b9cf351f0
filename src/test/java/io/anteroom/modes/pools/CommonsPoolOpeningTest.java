package io.anteroom.modes.pools;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.connection.StubConnections;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Commons Pool does with who comes while the last connection is being opened. */
@Timeout(60)
final class CommonsPoolOpeningTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long MUCH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final CountDownLatch opens = new CountDownLatch(1);
  private final CountDownLatch mayBeOpen = new CountDownLatch(1);

  @Test
  void whoHasNoPatienceSpins() throws Exception {
    whileAConnectionIsOpened(
        new ScenarioBuilder().locking("commons-pool2", Line.SHARED, 1),
        new OneVisit(0, room -> {}),
        meanwhile -> {
          while (THREADS.getThreadCpuTime(meanwhile.threadId()) < MUCH_NANOS) {
            requireNotWaiting(meanwhile);
          }
        });
  }

  @Test
  void whoHasPatienceWaits() throws Exception {
    whileAConnectionIsOpened(
        new ScenarioBuilder()
            .locking("commons-pool2", Line.SHARED, 1)
            .patience(new Distribution.Fixed(Duration.ofMinutes(1))),
        new OneVisit(0, TimeUnit.MINUTES.toNanos(1), room -> {}),
        meanwhile -> {
          while (meanwhile.getState() != Thread.State.TIMED_WAITING) {
            assertThat(Thread.interrupted()).as("it was too long").isFalse();
          }
        });
  }

  private static void requireNotWaiting(Thread meanwhile) {
    assertThat(meanwhile.getState()).isIn(Thread.State.RUNNABLE, Thread.State.BLOCKED);
  }

  /** What is looked for in whoever comes meanwhile. */
  @FunctionalInterface
  private interface Look {
    void at(Thread meanwhile);
  }

  private void whileAConnectionIsOpened(ScenarioBuilder scenario, OneVisit visit, Look look)
      throws Exception {
    Premises premises =
        Premises.of(scenario.build(), scenario.schedule(), new WallClock(), this::open);
    try (LockingMode locking = LockingModes.create(premises)) {
      Thread first = Thread.ofPlatform().daemon().start(() -> visit(locking, visit));
      opens.await();
      Thread meanwhile = Thread.ofPlatform().daemon().start(() -> visit(locking, visit));
      try {
        look.at(meanwhile);
      } finally {
        mayBeOpen.countDown();
        first.join();
        meanwhile.join();
      }
    }
  }

  private static void visit(LockingMode locking, OneVisit visit) {
    try {
      boolean unused = locking.visit(visit);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Connection open() throws SQLException {
    opens.countDown();
    try {
      mayBeOpen.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new SQLException("stopped", stopped);
    }
    return new StubConnections(new WallClock(), 0).open();
  }
}
