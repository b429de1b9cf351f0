package io.anteroom.modes.pools;

import io.anteroom.modes.connection.Database;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Visit;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool of JDBC connections: a visit borrows one from the pool's {@link DataSource}, stays, and
 * closes it, which gives it back. How long a visit waits at most is the pool's own timeout.
 */
final class PooledConnections implements LockingMode {
  /** Ends a pool. */
  @FunctionalInterface
  interface Closing {
    void close() throws IOException;
  }

  private final DataSource pool;
  private final Closing closing;
  private final LentRooms rooms;
  private final int size;

  PooledConnections(Premises premises, DataSource pool, Closing closing) {
    this.pool = pool;
    this.closing = closing;
    this.rooms = new LentRooms(premises.rooms());
    this.size = premises.rooms().size();
  }

  @Override
  public boolean visit(Visit visit) throws InterruptedException {
    Connection lent = borrow(visit);
    if (lent == null) {
      visit.refused();
      return false;
    }
    stay(visit, lent);
    return true;
  }

  /**
   * A connection, or null if the visit gave up before there was one. A database that refuses says
   * an SQL state, a timeout of the pool does not. A person who is refused tries again as long as it
   * has patience, or until it is interrupted: the run ends when the database is lost.
   */
  private @Nullable Connection borrow(Visit visit) throws InterruptedException {
    while (true) {
      try {
        return pool.getConnection();
      } catch (SQLException failure) {
        if (Thread.interrupted() || failure.getCause() instanceof InterruptedException) {
          throw (InterruptedException) new InterruptedException().initCause(failure);
        }
        if (failure.getSQLState() == null || visit.patienceLeftNanos() <= 0) {
          return null;
        }
        Database.pause();
      }
    }
  }

  private void stay(Visit visit, Connection lent) throws InterruptedException {
    try (lent) {
      rooms.stay(visit, physical(lent), lent);
    } catch (SQLException failure) {
      // A connection that broke meanwhile may say so once more when it is closed.
      requireBroken(failure);
    }
  }

  /** What the pool wraps. PostgreSQL's driver refuses to say so of a connection that is broken. */
  private static Connection physical(Connection lent) {
    try {
      return lent.unwrap(Connection.class);
    } catch (SQLException failure) {
      requireBroken(failure);
      return lent;
    }
  }

  /** Databases and their drivers say why by an SQL state, and pools don't. */
  private static void requireBroken(SQLException failure) {
    if (failure.getSQLState() == null) {
      throw new IllegalStateException("a connection failed: " + failure.getMessage(), failure);
    }
  }

  @Override
  public void fill() {
    List<Connection> lent = new ArrayList<>();
    try {
      for (int room = 0; room < size; room++) {
        lent.add(pool.getConnection());
      }
    } catch (SQLException | RuntimeException refused) {
      // Those that there are will do until somebody asks for more.
    } finally {
      lent.forEach(PooledConnections::giveBack);
    }
  }

  private static void giveBack(Connection lent) {
    try {
      lent.close();
    } catch (SQLException broken) {
      // The pool has thrown it away.
    }
  }

  @Override
  public void close() throws IOException {
    closing.close();
  }
}
