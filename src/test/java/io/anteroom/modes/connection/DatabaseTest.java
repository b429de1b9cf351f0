package io.anteroom.modes.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.clock.NanoClock;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a database is lost: after nobody has reached it for long enough, and not otherwise. */
class DatabaseTest {
  private static final long SECOND = 1_000_000_000;

  private long now;

  private final Database database =
      new Database(
          new DatabaseAccess("jdbc:h2:mem:", null, null),
          2 * SECOND,
          new NanoClock() {
            @Override
            public long nanoTime() {
              return now;
            }

            @Override
            public void sleepNanos(long nanos) {
              now += nanos;
            }

            @Override
            public void parkUntil(long deadlineNanos) {
              now = deadlineNanos;
            }

            @Override
            public void spinUntil(long deadlineNanos) {
              now = deadlineNanos;
            }
          });

  private boolean failed(String state) {
    return database.failed(new SQLException("no luck", state));
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "90007", "90067", "90098", "90121"})
  void whoeverNobodyReachesForLongIsLost(String state) {
    assertThat(failed(state)).isTrue();
    now += SECOND;
    assertThat(database.lost()).isNull();
    now += SECOND;
    assertThat(database.lost()).isEqualTo("Nobody could reach the database for 2.0 s: no luck.");
  }

  @Test
  void toOpenAConnectionIsToReachIt() throws SQLException {
    failed("08006");
    now += 3 * SECOND;
    try (Connection opened = database.open()) {
      assertThat(opened.isClosed()).isFalse();
      assertThat(database.lost()).isNull();
    }
  }

  @Test
  void anErrorOfTheDatabaseIsAnAnswer() {
    failed("08006");
    now += 3 * SECOND;
    assertThat(failed("22012")).isFalse();
    assertThat(database.lost()).isNull();
  }

  @Test
  void anErrorOfNobodyKnowsWhomIsNone() {
    failed("08006");
    now += 3 * SECOND;
    assertThat(database.failed(new SQLException("a pool's timeout"))).isFalse();
    assertThat(database.lost()).isNotNull();
  }

  /** H2 says so itself: what our list of its codes is worth. */
  @Test
  void aClosedConnectionOfH2DoesNotReachIt() throws SQLException {
    Connection closed = database.open();
    closed.close();
    try {
      closed.createStatement().close();
    } catch (SQLException failure) {
      assertThat(database.failed(failure)).as(failure.getSQLState()).isTrue();
      return;
    }
    throw new AssertionError("a closed connection answered");
  }
}
