package io.anteroom.modes.connection;

import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.clock.WallClock;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A database that persons call. It remembers since when nobody has reached it: where that lasts, it
 * is lost. Safe for use by any number of threads.
 */
public final class Database implements Connections {
  /** PostgreSQL shuts down, crashes or starts; the classes 08 are broken connections anywhere. */
  private static final Set<String> UNREACHABLE = Set.of("57P01", "57P02", "57P03");

  /** H2: a connection is closed or broken, the database is closed, or it closes. */
  private static final Set<String> CLOSED = Set.of("90007", "90067", "90098", "90121");

  private final DatabaseAccess access;
  private final Outage outage;

  /**
   * A database that nobody has called yet.
   *
   * @param longestOutageNanos when nobody has reached it for so long, it is lost
   */
  public Database(DatabaseAccess access, long longestOutageNanos) {
    this(access, longestOutageNanos, new WallClock());
  }

  Database(DatabaseAccess access, long longestOutageNanos, NanoClock clock) {
    this.access = access;
    this.outage = new Outage(longestOutageNanos, clock);
  }

  @Override
  public Connection open() throws SQLException {
    try {
      Connection connection = DriverManager.getConnection(access.url(), access.properties());
      answered();
      return connection;
    } catch (SQLException failure) {
      failed(failure);
      throw failure;
    }
  }

  /** Notes that it has answered. */
  public void answered() {
    outage.isOver();
  }

  /**
   * Notes that a call of it failed, which is an answer, too, where it has an SQL state of the
   * database's own; whether it could not be reached, which another call may.
   */
  public boolean failed(SQLException failure) {
    boolean unreachable = unreachable(failure);
    if (unreachable) {
      outage.begins(firstLine(failure));
    } else if (failure.getSQLState() != null) {
      answered();
    }
    return unreachable;
  }

  /** Why it is lost, in a sentence; null as long as it is not. */
  public @Nullable String lost() {
    return outage.lost("the database");
  }

  private static boolean unreachable(SQLException failure) {
    String state = failure.getSQLState();
    return state != null
        && (state.startsWith("08") || UNREACHABLE.contains(state) || CLOSED.contains(state));
  }

  /** What a database says in its first line. */
  public static String firstLine(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
  }

  /** Waits before the next try to reach it. */
  public static void pause() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(Outage.PAUSE_NANOS);
  }
}
