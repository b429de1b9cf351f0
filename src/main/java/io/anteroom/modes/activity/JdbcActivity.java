package io.anteroom.modes.activity;

import io.anteroom.modes.connection.Connections;
import io.anteroom.modes.connection.Database;
import io.anteroom.modes.locking.Room;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.Scenario;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Executes a statement in a database: by the connection that is in the room where the mode is a
 * pool, else by one of as many connections as there are rooms. Where the statement has a parameter,
 * that is the hold in seconds. Safe for any number of threads.
 *
 * <p>A person that can't reach the database tries again until it can or is interrupted.
 */
final class JdbcActivity implements RoomActivity {
  static final ActivityType TYPE =
      new ActivityType(JdbcSettings.TRAITS, scenario -> open(scenario, JdbcSettings.of(scenario)));

  /** A connection of the activity's own. */
  private record Own(Connection connection) implements Closeable {
    @Override
    public void close() throws IOException {
      try {
        connection.close();
      } catch (SQLException failure) {
        throw new IOException("a connection could not be closed", failure);
      }
    }
  }

  private final Database database;
  private final JdbcSettings settings;
  private final ReusedResources<Own> own = new ReusedResources<>(this::connect);

  /** Keeps a database in this process alive, and has what it needs. */
  private final @Nullable Connection keeper;

  /** By SQL state, the first message that came with it: kinds of failure. */
  private final ConcurrentMap<String, String> kinds = new ConcurrentHashMap<>();

  private JdbcActivity(Database database, JdbcSettings settings, @Nullable Connection keeper) {
    this.database = database;
    this.settings = settings;
    this.keeper = keeper;
  }

  private static RoomActivity open(Scenario scenario, JdbcSettings settings)
      throws UnsupportedActivityException, IOException {
    Database database = settings.database(scenario);
    JdbcActivity activity = new JdbcActivity(database, settings, settings.prepare(database));
    try {
      if (!scenario.locking().traits().has(Trait.POOLS_CONNECTIONS)) {
        activity.connectRooms(scenario.facility().rooms());
      }
      return activity;
    } catch (UnsupportedActivityException | RuntimeException | Error failure) {
      try (activity) {
        throw failure;
      }
    }
  }

  /** Has the connections before the first person comes. */
  private void connectRooms(int rooms) throws UnsupportedActivityException {
    for (int room = 1; room <= rooms; room++) {
      try {
        own.add(new Own(database.open()));
      } catch (SQLException refusal) {
        throw new UnsupportedActivityException(
            "the database refuses connection %d of %d: %s; lower rooms, or let it have more"
                .formatted(room, rooms, Database.firstLine(refusal)),
            refusal);
      }
    }
  }

  @Override
  public Connections connections() {
    return database;
  }

  @Override
  public @Nullable String lost() {
    return database.lost();
  }

  @Override
  public void perform(long holdNanos) throws InterruptedException, IOException {
    own.use(connection -> execute(connection.connection(), holdNanos));
  }

  @Override
  public void perform(Room room, long holdNanos) throws InterruptedException, IOException {
    Connection pooled = room.connection();
    if (pooled == null) {
      perform(holdNanos);
    } else {
      execute(pooled, holdNanos);
    }
  }

  private void execute(Connection connection, long holdNanos)
      throws InterruptedException, CallFailedException {
    if (settings.holdIsDrawn() && holdNanos <= 0) {
      return;
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try (PreparedStatement statement = connection.prepareStatement(settings.sql())) {
      if (settings.holdIsDrawn()) {
        statement.setDouble(1, holdNanos / (double) TimeUnit.SECONDS.toNanos(1));
      }
      boolean unused = statement.execute();
    } catch (SQLException failure) {
      throw failed(failure);
    } catch (UndeclaredThrowableException wrapped) {
      throw failed(databaseFailure(wrapped));
    }
    database.answered();
  }

  /** Tomcat's pool wraps what a statement throws, by its proxies, in what they may not throw. */
  private static SQLException databaseFailure(UndeclaredThrowableException wrapped) {
    for (Throwable cause = wrapped.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException failure) {
        return failure;
      }
    }
    throw wrapped;
  }

  /** An interrupt closes the socket in which the person waits. */
  private CallFailedException failed(SQLException failure) throws InterruptedException {
    if (Thread.interrupted()) {
      throw (InterruptedException) new InterruptedException().initCause(failure);
    }
    boolean unreachable = database.failed(failure);
    String state = String.valueOf(failure.getSQLState());
    String message = kinds.computeIfAbsent(state, unknown -> Database.firstLine(failure));
    return new CallFailedException(state + " " + message, failure, !unreachable);
  }

  /** Opens a connection, as soon as the database can be reached. */
  private Own connect() throws InterruptedException, IOException {
    while (true) {
      try {
        return new Own(database.open());
      } catch (SQLException failure) {
        CallFailedException failed = failed(failure);
        if (failed.sound()) {
          throw failed;
        }
      }
      Database.pause();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      own.close();
    } finally {
      if (keeper != null) {
        new Own(keeper).close();
      }
    }
  }
}
