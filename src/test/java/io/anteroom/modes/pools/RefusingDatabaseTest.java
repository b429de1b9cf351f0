package io.anteroom.modes.pools;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.connection.StubConnections;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Visit;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that has fewer connections than the pool is to have. */
@Timeout(60)
final class RefusingDatabaseTest {
  /** As many as Tomcat's pool opens at first. */
  private static final int ALLOWED = 10;

  private final StubConnections stubs = new StubConnections(new WallClock(), 0);
  private final AtomicInteger opened = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(strings = {"hikaricp", "agroal", "tomcat-jdbc", "commons-pool2"})
  void whoIsRefusedGivesUpWhenItsPatienceIsOver(String mode) throws Exception {
    try (LockingMode locking = mode(mode)) {
      AtomicBoolean entered = new AtomicBoolean(true);
      visitAll(locking, 0, () -> entered.set(locking.visit(oneMore())));
      assertThat(entered).isFalse();
      assertThat(opened).as("refused at least once").hasValueGreaterThan(ALLOWED);
    }
  }

  /** With all connections lent. */
  @FunctionalInterface
  private interface Inside {
    void run() throws InterruptedException;
  }

  private static void visitAll(LockingMode locking, int lent, Inside inside)
      throws InterruptedException {
    if (lent == ALLOWED) {
      inside.run();
      return;
    }
    Visit visit = new OneVisit(lent, room -> visitAll(locking, lent + 1, inside));
    assertThat(locking.visit(visit)).isTrue();
  }

  private static Visit oneMore() {
    return new OneVisit(ALLOWED, 0, room -> {});
  }

  private LockingMode mode(String mode) {
    ScenarioBuilder scenario =
        new ScenarioBuilder()
            .locking(mode, Line.SHARED, ALLOWED + 1)
            .patience(new Distribution.Fixed(Duration.ofMillis(250)));
    return LockingModes.create(
        Premises.of(scenario.build(), scenario.schedule(), new WallClock(), this::open));
  }

  private Connection open() throws SQLException {
    if (opened.incrementAndGet() > ALLOWED) {
      throw new SQLException("too many clients already", "53300");
    }
    return stubs.open();
  }
}
