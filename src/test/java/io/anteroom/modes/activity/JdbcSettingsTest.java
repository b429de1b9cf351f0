package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.LockingModes;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What the database is asked before the first person comes. */
class JdbcSettingsTest {
  private static final String URL = "jdbc:h2:mem:leak";

  private static Scenario scenario(String sql) {
    Settings settings =
        Settings.none()
            .with(ScenarioKey.ACTIVITY, "jdbc", "test")
            .with(ScenarioKey.JDBC_URL, URL, "test")
            .with(ScenarioKey.SQL, sql, "test");
    return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings);
  }

  /** H2 forgets a database in this process when the last connection to it is closed. */
  @Test
  void aStatementWithTooManyParametersLeavesNoConnectionOpen() {
    assertThatThrownBy(() -> RoomActivities.create(scenario("select ? + ?")))
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessageContaining("has 2 parameters");
    assertThatThrownBy(() -> DriverManager.getConnection(URL + ";IFEXISTS=TRUE").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("not found");
  }
}
