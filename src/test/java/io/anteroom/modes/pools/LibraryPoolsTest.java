package io.anteroom.modes.pools;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.connection.StubConnections;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Room;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a library lends comes back, and nobody gets more of it than there are rooms. */
@Timeout(60)
final class LibraryPoolsTest {
  /** More than any of these libraries keeps if it is not told. */
  private static final int ROOMS = 12;

  private final StubConnections stubs = new StubConnections(new WallClock(), 0);
  private final ConcurrentLinkedQueue<Connection> opened = new ConcurrentLinkedQueue<>();
  private final List<Room> left = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "hikaricp, 12",
    "agroal, 12",
    "tomcat-jdbc, 12",
    "commons-pool2, 12",
    "resilience4j-bulkhead, 0"
  })
  void everyRoomIsHadAndGivenBackAgainAndAgain(String mode, int connections) throws Exception {
    ScenarioBuilder scenario =
        new ScenarioBuilder()
            .locking(mode, Line.SHARED, ROOMS)
            .patience(new Distribution.Fixed(Duration.ofSeconds(1)));
    Premises premises =
        Premises.of(scenario.build(), scenario.schedule(), new WallClock(), this::open);
    try (LockingMode locking = LockingModes.create(premises)) {
      locking.fill();
      visitAll(locking, 0, connections > 0, () -> refuse(locking));
      visitAll(locking, 0, connections > 0, () -> {});
      assertThat(left).hasSize(2 * ROOMS).allMatch(room -> room.connection() == null);
      assertThat(opened).hasSize(connections).noneMatch(LibraryPoolsTest::isClosed);
    }
    assertThat(opened).allMatch(LibraryPoolsTest::isClosed);
  }

  /** What happens while all rooms are had. */
  @FunctionalInterface
  private interface Meanwhile {
    void run() throws InterruptedException;
  }

  private static void refuse(LockingMode locking) throws InterruptedException {
    OneVisit oneMore = new OneVisit(ROOMS, 0, room -> {});
    assertThat(locking.visit(oneMore)).isFalse();
    assertThat(oneMore.refusals()).hasValue(1);
  }

  private void visitAll(LockingMode locking, int inside, boolean connected, Meanwhile full)
      throws InterruptedException {
    if (inside == ROOMS) {
      full.run();
      return;
    }
    OneVisit visit =
        new OneVisit(
            inside,
            room -> {
              assertThat(room.enter(false, 0)).as("violation").isFalse();
              assertThat(room.connection() != null).isEqualTo(connected);
              visitAll(locking, inside + 1, connected, full);
              room.leave(false);
              left.add(room);
            });
    assertThat(locking.visit(visit)).isTrue();
    assertThat(visit.refusals()).hasValue(0);
  }

  private Connection open() {
    Connection one = stubs.open();
    opened.add(one);
    return one;
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
