package io.anteroom.modes.pools;

import io.anteroom.modes.connection.Connections;
import io.anteroom.modes.connection.Database;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.ModeType;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Visit;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.PoolKey;
import io.anteroom.scenario.PoolSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.jspecify.annotations.Nullable;

/**
 * Apache Commons Pool, on which DBCP and other clients are built: a deque of idle objects that a
 * lock guards, with a condition to wait on. Each visit says how long it waits.
 */
final class CommonsPool2 {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "commons-pool2",
              "Apache Commons Pool, newcomers may barge",
              List.of(Line.SHARED),
              Set.of(Trait.GIVES_UP, Trait.POOLS_CONNECTIONS),
              List.of(),
              new Discipline.InLine(false),
              null,
              List.of(PoolKey.FAIRNESS, PoolKey.VALIDATION, PoolKey.ROUND_TRIP)),
          premises -> new Pool(premises));

  private CommonsPool2() {}

  /** The pool of one run. */
  private static final class Pool implements LockingMode {
    private static final Duration FOR_EVER = Duration.ofNanos(-1);

    private final GenericObjectPool<Connection> pool;
    private final LentRooms rooms;

    Pool(Premises premises) {
      GenericObjectPoolConfig<Connection> config = new GenericObjectPoolConfig<>();
      config.setMaxTotal(premises.rooms().size());
      config.setMaxIdle(premises.rooms().size());
      PoolSettings settings = premises.scenario().locking().pool();
      settings.fair().ifPresent(config::setFairness);
      settings.validatesOnBorrow().ifPresent(config::setTestOnBorrow);
      this.pool = new GenericObjectPool<>(new Factory(premises.connections()), config);
      this.rooms = new LentRooms(premises.rooms());
    }

    @Override
    public boolean visit(Visit visit) throws InterruptedException {
      Connection lent = borrow(visit);
      if (lent == null) {
        visit.refused();
        return false;
      }
      try {
        rooms.stay(visit, lent, lent);
      } finally {
        pool.returnObject(lent);
      }
      return true;
    }

    private @Nullable Connection borrow(Visit visit) throws InterruptedException {
      while (true) {
        long leftNanos = visit.patienceLeftNanos();
        try {
          return pool.borrowObject(
              leftNanos == Visit.FOR_EVER ? FOR_EVER : Duration.ofNanos(Math.max(leftNanos, 0)));
        } catch (NoSuchElementException timeout) {
          return null;
        } catch (InterruptedException | RuntimeException failure) {
          throw failure;
        } catch (SQLException refused) {
          if (leftNanos <= 0) {
            return null;
          }
          // The run ends when the database is lost.
          Database.pause();
        } catch (Exception failure) {
          throw new IllegalStateException("no connection: " + failure.getMessage(), failure);
        }
      }
    }

    @Override
    public void fill() {
      try {
        pool.addObjects(pool.getMaxTotal());
      } catch (Exception refused) {
        // Those that there are will do until somebody asks for more.
      }
    }

    @Override
    public void close() {
      pool.close();
    }
  }

  /** Opens and closes what is pooled. */
  private static final class Factory extends BasePooledObjectFactory<Connection> {
    private static final int LONGEST_TEST_SECONDS = 5;

    private final Connections connections;

    Factory(Connections connections) {
      this.connections = connections;
    }

    @Override
    public Connection create() throws SQLException {
      return connections.open();
    }

    @Override
    public PooledObject<Connection> wrap(Connection connection) {
      return new DefaultPooledObject<>(connection);
    }

    @Override
    public boolean validateObject(PooledObject<Connection> pooled) {
      try {
        return pooled.getObject().isValid(LONGEST_TEST_SECONDS);
      } catch (SQLException invalid) {
        return false;
      }
    }

    @Override
    public void destroyObject(PooledObject<Connection> pooled) throws SQLException {
      pooled.getObject().close();
    }
  }
}
