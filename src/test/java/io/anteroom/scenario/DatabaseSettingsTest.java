package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scenario says of a database. */
final class DatabaseSettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/shop?user=a&password=hunter2",
        "jdbc:h2:mem:x;PASSWORD=hunter2",
        "jdbc:mysql://root:hunter2@localhost/shop",
        "postgresql://root:hunter2@localhost/shop"
      })
  void aPasswordInTheUrlIsRefusedAndNotRepeated(String url) {
    assertThatThrownBy(() -> Given.scenario("activity: jdbc\njdbc-url: '" + url + "'"))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessage(
            "test.yaml:2:11: jdbc-url can't hold a password; remove it, and set PGPASSWORD or"
                + " jdbc-password-file")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aHoldIsDrawnUnlessTheStatementHasNoPlaceForIt() {
    assertThat(Given.scenario("activity: jdbc").stay().holdIsDrawn()).isTrue();
    assertThat(Given.scenario("activity: jdbc\nsql: select pg_sleep(?)").stay().holdIsDrawn())
        .isTrue();
    assertThat(Given.scenario("activity: jdbc\nsql: select 1").stay().holdIsDrawn()).isFalse();
  }

  @Test
  void aScenarioIsWrittenAndReadAgain() {
    Scenario scenario =
        Given.scenario(
            """
            activity: jdbc
            jdbc-url: jdbc:postgresql://localhost/shop
            jdbc-user: anteroom
            sql: "select count(*)\\n from orders where note = 'a: b'"
            """);
    assertThat(Given.scenario(ScenarioText.write(scenario))).isEqualTo(scenario);
    assertThat(ScenarioText.write(scenario)).doesNotContain("hold:");
  }

  @Test
  void anotherActivityOrAStatementByOptionLeavesOutWhatItDoesNotRead() {
    Settings file =
        Settings.none()
            .with(ScenarioKey.ACTIVITY, ofFile("jdbc"))
            .with(ScenarioKey.HOLD, ofFile("fixed:5ms"))
            .with(ScenarioKey.JDBC_USER, ofFile("anteroom"));

    Overruled sleeping =
        Overruled.of(file.with(ScenarioKey.ACTIVITY, "sleep", "--activity"), Given.PARSER);
    assertThat(sleeping.leftOut())
        .containsExactly(
            "a.yaml: jdbc-user \"anteroom\" is left out: activity sleep does not read it");

    Overruled counting =
        Overruled.of(file.with(ScenarioKey.SQL, "select 1", "--sql"), Given.PARSER);
    assertThat(counting.leftOut())
        .containsExactly(
            "a.yaml: hold \"fixed:5ms\" is left out: a room is held for as long as the call takes");
  }

  @Test
  void anotherActivityKeepsWhatItReadsItself() {
    Settings file =
        Settings.none()
            .with(ScenarioKey.JDBC_USER, ofFile("anteroom"))
            .with(ScenarioKey.URL, ofFile("http://localhost/{hold}"));
    Overruled calling =
        Overruled.of(file.with(ScenarioKey.ACTIVITY, "http", "--activity"), Given.PARSER);
    assertThat(calling.leftOut())
        .containsExactly(
            "a.yaml: jdbc-user \"anteroom\" is left out: activity http does not read it");
  }

  private static Setting ofFile(String value) {
    return new Setting(value, "a.yaml", java.nio.file.Path.of(""), true);
  }
}
