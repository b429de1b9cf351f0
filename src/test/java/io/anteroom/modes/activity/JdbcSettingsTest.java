package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.LockingModes;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database is asked before the first person comes, and what is left of that. */
class JdbcSettingsTest {
  private static final String URL = "jdbc:h2:mem:leak";

  @TempDir private Path folder;

  private static Scenario scenario(String url, ScenarioKey key, String value) {
    Settings settings =
        Settings.none()
            .with(ScenarioKey.ACTIVITY, "jdbc", "test")
            .with(ScenarioKey.JDBC_URL, url, "test")
            .with(key, value, "test");
    return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings);
  }

  private static RoomActivity create(String sql) throws Exception {
    return RoomActivities.create(scenario(URL, ScenarioKey.SQL, sql));
  }

  /** H2 forgets a database in this process when the last connection to it is closed. */
  private static void assertNoConnectionIsOpen() {
    assertThatThrownBy(JdbcSettingsTest::connect)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("not found");
  }

  private static void connect() throws SQLException {
    DriverManager.getConnection(URL + ";IFEXISTS=TRUE").close();
  }

  @Test
  void aStatementWithTooManyParametersLeavesNoConnectionOpen() {
    assertThatThrownBy(() -> create("select ? + ?"))
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessageContaining("has 2 parameters");
    assertNoConnectionIsOpen();
  }

  @Test
  void aStatementThatTheDatabaseRefusesLeavesNoConnectionOpen() {
    assertThatThrownBy(() -> create("select nothing from nowhere"))
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessageContaining("the database refuses \"select nothing from nowhere\"");
    assertNoConnectionIsOpen();
  }

  @Test
  void theDatabaseIsThereUntilTheActivityIsClosed() throws Exception {
    try (RoomActivity activity = create("select 1")) {
      activity.perform(0);
      connect();
    }
    assertNoConnectionIsOpen();
  }

  @Test
  void thePasswordIsTheFirstLineOfItsFile() throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "secret\nand more\n");
    Scenario scenario = scenario(URL, ScenarioKey.JDBC_PASSWORD_FILE, file.toString());
    assertThat(JdbcSettings.of(scenario).access().password()).isEqualTo("secret");
  }

  @Test
  void eachDatabaseWaitsInItsOwnWords() throws Exception {
    assertThat(JdbcSettings.of(scenario(URL, ScenarioKey.SEED, "1")).sql())
        .isEqualTo("call anteroom_wait(?)");
    assertThat(JdbcSettings.of(scenario("jdbc:postgresql://db/shop", ScenarioKey.SEED, "1")).sql())
        .isEqualTo("select pg_sleep(?)");
    Scenario other = scenario("jdbc:h2:file:/nowhere", ScenarioKey.SEED, "1");
    assertThatThrownBy(() -> JdbcSettings.of(other))
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessageContaining("set sql, in which a ? is the hold in seconds");
  }
}
