package io.anteroom.modes.activity;

import static io.anteroom.modes.activity.FakeDatabase.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.connection.Connections;
import io.anteroom.modes.locking.Room;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of persons and of connections when a database answers, fails or is gone. */
class JdbcActivityTest {
  private FakeDatabase database;

  @BeforeEach
  void startDatabase() throws Exception {
    database = FakeDatabase.start();
  }

  @AfterEach
  void stopDatabase() throws Exception {
    database.close();
  }

  /** With two rooms. */
  private static RoomActivity create(String... keysAndValues) throws Exception {
    Settings settings = Settings.none();
    for (String text : new String[] {"activity=jdbc", "rooms=2", "sql=select wait(?)"}) {
      settings = with(settings, text);
    }
    settings = with(settings, "jdbc-url=" + FakeDatabase.URL);
    for (String text : keysAndValues) {
      settings = with(settings, text);
    }
    return RoomActivities.create(
        new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings));
  }

  private static Settings with(Settings settings, String text) {
    String[] parts = text.split("=", 2);
    return settings.with(ScenarioKey.of(parts[0]).orElseThrow(), parts[1], "the test");
  }

  private static SQLException gone() {
    return new SQLException("the server is gone", "08006");
  }

  private static SQLException full() {
    return new SQLException("too many clients", "53300");
  }

  private static void assertFails(RoomActivity activity, String kind) {
    assertThatThrownBy(() -> activity.perform(1))
        .isInstanceOfSatisfying(
            CallFailedException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  @Test
  void everyRoomHasAConnectionBeforeTheFirstPersonComesAndNoneIsLeft() throws Exception {
    try (RoomActivity activity = create()) {
      assertThat(database.open).isEqualTo(2);
      activity.perform(1_500_000);
      assertThat(database.holds).containsExactly(0.0015);
      assertThat(database.open).isEqualTo(2);
    }
    assertThat(database.open).isZero();
    assertThat(database.openStatements).isZero();
  }

  @Test
  void aStatementWithoutTheHoldIsExecutedForEveryVisit() throws Exception {
    try (RoomActivity activity = create("sql=select 1")) {
      activity.perform(0);
      assertThat(database.holds).containsExactly(-1.0);
    }
  }

  @Test
  void whereADatabaseHasTooFewConnectionsNoneIsLeft() {
    database.connects.add(() -> {});
    database.connects.add(() -> {});
    database.connects.add(failing(full()));
    assertThatThrownBy(() -> create())
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessage(
            "the database refuses connection 2 of 2: too many clients; lower rooms, or let it have"
                + " more");
    assertThat(database.opened).isEqualTo(2);
    assertThat(database.open).isZero();
  }

  @Test
  void aPoolsConnectionIsUsedAndLeftToThePool() throws Exception {
    try (RoomActivity activity = create("mode=hikaricp")) {
      assertThat(database.open).isZero();
      Connections connections = Objects.requireNonNull(activity.connections());
      Connection pooled = connections.open();
      Room room = Room.occupiedForEver();
      room.put(pooled);
      database.executions.add(failing(gone()));
      assertThatThrownBy(() -> activity.perform(room, 1)).hasMessage("08006 the server is gone");
      activity.perform(room, 1);
      assertThat(database.holds).hasSize(2);
      assertThat(database.opened).as("one to look at the statement").isEqualTo(2);
      assertThat(database.open).isEqualTo(1);
    }
    assertThat(database.open).isEqualTo(1);
  }

  @Test
  void whatTheDatabaseRefusesIsCountedByItsStateAndTheConnectionIsUsedAgain() throws Exception {
    try (RoomActivity activity = create("rooms=1")) {
      database.executions.add(failing(new SQLException("no row 1", "23000")));
      database.executions.add(failing(new SQLException("no row 2", "23000")));
      database.executions.add(failing(new SQLException("no state\nat all")));
      assertFails(activity, "23000 no row 1");
      assertFails(activity, "23000 no row 1");
      assertFails(activity, "null no state");
      activity.perform(1);
      assertThat(database.opened).as("one to look at the statement").isEqualTo(2);
      assertThat(database.openStatements).isZero();
    }
  }

  @Test
  void aBrokenConnectionIsClosedAndTheDatabaseIsLostUntilAnotherAnswers() throws Exception {
    try (RoomActivity activity = create("stuck-after=100ms")) {
      database.executions.add(failing(gone()));
      assertFails(activity, "08006 the server is gone");
      assertThat(database.open).isEqualTo(1);
      Persons.awaitLost(activity);
      assertThat(activity.lost())
          .startsWith("Nobody could reach the database for 0.")
          .endsWith(" s: the server is gone.");
      activity.perform(1);
      assertThat(activity.lost()).isNull();
      assertThat(database.open).as("the other one was used").isEqualTo(1);
    }
  }

  @Test
  void aPersonThatCanNotConnectTriesUntilItCan() throws Exception {
    try (RoomActivity activity = create("rooms=1")) {
      database.executions.add(failing(gone()));
      assertFails(activity, "08006 the server is gone");
      database.connects.add(failing(gone()));
      database.connects.add(failing(gone()));
      activity.perform(1);
      assertThat(database.connects).isEmpty();
      assertThat(database.open).isEqualTo(1);
    }
  }

  @Test
  void aPersonThatTheDatabaseRefusesToConnectDoesNotTryAgain() throws Exception {
    try (RoomActivity activity = create("rooms=1")) {
      database.executions.add(failing(gone()));
      assertFails(activity, "08006 the server is gone");
      database.connects.add(failing(full()));
      assertFails(activity, "53300 too many clients");
      activity.perform(1);
    }
  }

  @Test
  void aPersonThatIsInterruptedInItsCallIsNoFailedCall() throws Exception {
    try (RoomActivity activity = create("rooms=1")) {
      SQLException gone = gone();
      database.executions.add(
          () -> {
            Thread.currentThread().interrupt();
            throw gone;
          });
      assertThatThrownBy(() -> activity.perform(1))
          .isInstanceOf(InterruptedException.class)
          .hasCause(gone);
      assertThat(Thread.interrupted()).as("the flag is cleared").isFalse();
      assertThat(database.open).as("its state is unknown").isZero();
    }
  }

  /** A proxy that throws what its method does not declare, as Tomcat's pool does. */
  @Test
  void theDatabasesFailureIsFoundInWhateverWrapsIt() throws Exception {
    try (RoomActivity activity = create("rooms=1")) {
      database.executions.add(
          failing(new InvocationTargetException(new SQLException("no such row", "02000"))));
      assertFails(activity, "02000 no such row");
      database.executions.add(failing(new InvocationTargetException(new IOException("other"))));
      assertThatThrownBy(() -> activity.perform(1))
          .isInstanceOf(UndeclaredThrowableException.class)
          .hasRootCauseMessage("other");
    }
  }

  @Test
  void allConnectionsAreClosedThoughTheyFailTo() throws Exception {
    RoomActivity activity = create();
    database.stuck = true;
    assertThatThrownBy(activity::close)
        .isInstanceOf(IOException.class)
        .hasMessage("a connection could not be closed")
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    assertThat(database.open).isZero();
  }
}
