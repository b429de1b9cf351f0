package io.anteroom.modes.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.connection.Connections;
import io.anteroom.modes.connection.StubConnections;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Room;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a visit does with a pool's connections, and with its refusals. */
@Timeout(60)
final class PooledConnectionsTest {
  private static final String REFUSED = "08001";

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  private PooledConnections pool(Connections connections) {
    ScenarioBuilder scenario = new ScenarioBuilder().locking("hikaricp", Line.SHARED, 3);
    return new PooledConnections(
        Premises.of(scenario.build(), scenario.schedule(), new WallClock()),
        new ConnectionsDataSource(
            () -> {
              asked.incrementAndGet();
              return connections.open();
            }),
        closed::incrementAndGet);
  }

  private static Connection stub() {
    return new StubConnections(new WallClock(), 0).open();
  }

  @Test
  void theRoomHasTheConnectionForAsLongAsTheVisit() throws Exception {
    Connection lent = stub();
    List<Room> rooms = new ArrayList<>();
    OneVisit visit =
        new OneVisit(
            0,
            room -> {
              assertThat(room.connection()).isSameAs(lent);
              rooms.add(room);
            });
    try (PooledConnections pool = pool(() -> lent)) {
      assertThat(pool.visit(visit)).isTrue();
      assertThat(pool.visit(visit)).as("the room was given back").isTrue();
    }
    assertThat(rooms).hasSize(2);
    assertThat(rooms.getFirst().connection()).isNull();
    assertThat(lent.isClosed()).isTrue();
    assertThat(closed).hasValue(1);
  }

  @Test
  void aTimeoutOfThePoolIsARefusal() throws Exception {
    PooledConnections pool =
        pool(
            () -> {
              throw new SQLException("timeout");
            });
    assertThat(pool.visit(new OneVisit(0, room -> {}))).isFalse();
    assertThat(asked).hasValue(1);
  }

  @Test
  void aDatabaseThatRefusesIsAskedAgainWhilePatienceLasts() throws Exception {
    PooledConnections pool =
        pool(
            () -> {
              if (asked.get() < 2) {
                throw new SQLException("too many clients", REFUSED);
              }
              return stub();
            });
    assertThat(pool.visit(new OneVisit(0, room -> {}))).isTrue();
    assertThat(asked).hasValue(2);
  }

  @Test
  void aDatabaseThatRefusesIsNotAskedAgainWhenPatienceIsOver() throws Exception {
    PooledConnections pool =
        pool(
            () -> {
              throw new SQLException("too many clients", REFUSED);
            });
    assertThat(pool.visit(new OneVisit(0, 0, room -> {}))).isFalse();
    assertThat(asked).hasValue(1);
  }

  @Test
  void anInterruptThatThePoolWrapsIsAnInterrupt() {
    PooledConnections pool =
        pool(
            () -> {
              throw new SQLException("interrupted", new InterruptedException());
            });
    assertThatThrownBy(() -> pool.visit(new OneVisit(0, room -> {})))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void asManyConnectionsAsRoomsAreOpenedAtOnceAndGivenBack() {
    List<Connection> opened = new ArrayList<>();
    pool(() -> {
          Connection one = stub();
          opened.add(one);
          return one;
        })
        .fill();
    assertThat(opened).hasSize(3).allMatch(one -> isClosed(one));
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
