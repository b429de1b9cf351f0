package io.anteroom.modes.activity;

import io.anteroom.modes.connection.Database;
import io.anteroom.modes.connection.DatabaseAccess;
import io.anteroom.modes.connection.DatabaseWait;
import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Stay;
import io.anteroom.scenario.ScenarioKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario says of the database that its persons call.
 *
 * @param sql what they execute
 * @param holdIsDrawn whether the statement has a parameter, which is the hold in seconds
 */
record JdbcSettings(DatabaseAccess access, String sql, boolean holdIsDrawn) {
  static final ActivityTraits TRAITS =
      new ActivityTraits(
          "jdbc",
          "Executes a statement in a database; by default it waits there",
          List.of(
              ScenarioKey.JDBC_URL,
              ScenarioKey.JDBC_USER,
              ScenarioKey.JDBC_PASSWORD_FILE,
              ScenarioKey.SQL));

  private static final String PASSWORD = "PGPASSWORD";
  private static final String IN_THIS_PROCESS = "jdbc:h2:mem:";
  private static final String WAIT_OF_H2 = "call anteroom_wait(?)";
  private static final String WAIT_OF_POSTGRESQL = "select pg_sleep(?)";

  /**
   * The settings of that scenario.
   *
   * @throws UnsupportedActivityException if they don't suffice
   */
  static JdbcSettings of(Scenario scenario) throws UnsupportedActivityException {
    Stay stay = scenario.stay();
    String given = stay.setting(ScenarioKey.JDBC_URL);
    String url = given == null ? IN_THIS_PROCESS + "anteroom-" + UUID.randomUUID() : given;
    DatabaseAccess access =
        new DatabaseAccess(url, stay.setting(ScenarioKey.JDBC_USER), password(stay));
    String sql = stay.setting(ScenarioKey.SQL);
    return new JdbcSettings(access, sql == null ? waitingIn(access) : sql, stay.holdIsDrawn());
  }

  private static @Nullable String password(Stay stay) throws UnsupportedActivityException {
    String file = stay.setting(ScenarioKey.JDBC_PASSWORD_FILE);
    if (file == null) {
      return System.getenv(PASSWORD);
    }
    try {
      return Files.readString(Path.of(file)).lines().findFirst().orElse("");
    } catch (IOException unreadable) {
      throw new UnsupportedActivityException(
          "%s: %s can't be read; name a file whose first line is the password"
              .formatted(ScenarioKey.JDBC_PASSWORD_FILE.word(), file),
          unreadable);
    }
  }

  /** The statement that makes the database wait. */
  private static String waitingIn(DatabaseAccess access) throws UnsupportedActivityException {
    if (access.isOf("postgresql")) {
      return WAIT_OF_POSTGRESQL;
    }
    if (access.url().startsWith(IN_THIS_PROCESS)) {
      return WAIT_OF_H2;
    }
    throw new UnsupportedActivityException(
        "activity jdbc: nobody knows how %s waits; set sql, in which a ? is the hold in seconds"
            .formatted(access),
        null);
  }

  /** The database, which is lost when nobody has reached it for half of stuck-after. */
  Database database(Scenario scenario) {
    return new Database(access, scenario.conduct().stuckAfter().toNanos() / 2);
  }

  /**
   * Has the database look at the statement.
   *
   * @return a connection to keep as long as the database, if that is in this process; else null
   * @throws UnsupportedActivityException if it can't be reached, or refuses the statement
   */
  @Nullable Connection prepare(Database database) throws UnsupportedActivityException {
    Connection connection = connect(database);
    boolean keeps = access.url().startsWith(IN_THIS_PROCESS);
    try {
      if (sql.equals(WAIT_OF_H2)) {
        createWait(connection);
      }
      checkStatement(connection);
      if (!keeps) {
        connection.close();
      }
      return keeps ? connection : null;
    } catch (SQLException refusal) {
      UnsupportedActivityException refused =
          new UnsupportedActivityException(
              "sql: the database refuses \"%s\": %s".formatted(sql, Database.firstLine(refusal)),
              refusal);
      close(connection, refused);
      throw refused;
    } catch (UnsupportedActivityException refused) {
      close(connection, refused);
      throw refused;
    }
  }

  private static void close(Connection connection, UnsupportedActivityException because) {
    try {
      connection.close();
    } catch (SQLException inClosing) {
      because.addSuppressed(inClosing);
    }
  }

  private Connection connect(Database database) throws UnsupportedActivityException {
    try {
      return database.open();
    } catch (SQLException refusal) {
      throw new UnsupportedActivityException(
          "jdbc-url: %s refuses the connection: %s".formatted(access, Database.firstLine(refusal)),
          refusal);
    }
  }

  private static void createWait(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create alias if not exists anteroom_wait for '%s.seconds'"
              .formatted(DatabaseWait.class.getName()));
    }
  }

  private void checkStatement(Connection connection)
      throws SQLException, UnsupportedActivityException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameters = statement.getParameterMetaData().getParameterCount();
      if (parameters != (holdIsDrawn ? 1 : 0)) {
        throw new UnsupportedActivityException(
            "sql: \"%s\" has %d parameters; allowed: none, or one, which is the hold in seconds"
                .formatted(sql, parameters),
            null);
      }
    }
  }
}
