package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How scenarios write what they say of a pool, and what they are told where it is not allowed. */
final class PoolSettingsTest {
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);

  private static Settings settings(String yaml) {
    return YamlSettings.read(yaml, "pool.yaml", Path.of(""));
  }

  private static Scenario scenario(String yaml) {
    return PARSER.parse(settings(yaml));
  }

  @Test
  void aMappingAndAListAreTheSame() {
    String mapping = "mode: tomcat-jdbc\npool: {fairness: unfair, validation: borrow}\n";
    String list = "mode: tomcat-jdbc\npool: fairness=unfair,validation=borrow\n";
    assertThat(scenario(mapping)).isEqualTo(scenario(list));
    assertThat(scenario(mapping).locking().pool().values())
        .isEqualTo(Map.of(PoolKey.FAIRNESS, "unfair", PoolKey.VALIDATION, "borrow"));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Scenario scenario = scenario("mode: agroal\npool:\n  max-lifetime: 30m\n  round-trip: 1.5ms\n");
    assertThat(scenario(ScenarioText.write(scenario))).isEqualTo(scenario);
  }

  @Test
  void whetherThePoolIsFairIsWhatSimulatedTimeKnows() {
    assertThat(scenario("mode: tomcat-jdbc\npool: {fairness: unfair}\n").locking().discipline())
        .isEqualTo(new Discipline.InLine(false));
    assertThat(scenario("mode: commons-pool2\npool: {fairness: fair}\n").locking().discipline())
        .isEqualTo(new Discipline.InLine(true));
    assertThat(scenario("mode: tomcat-jdbc\n").locking().discipline())
        .isEqualTo(new Discipline.InLine(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tomcat-jdbc | fairnes=fair | did you mean fairness?",
        "tomcat-jdbc | depth=3 | the keys of a pool are fairness, validation",
        "tomcat-jdbc | fairness=yes | fairness: allowed: fair, unfair",
        "tomcat-jdbc | fairness | fairness: allowed: fair, unfair",
        "tomcat-jdbc | fairness=fair,fairness=fair | write fairness once",
        "agroal | max-lifetime=5s | max-lifetime: allowed: from 30s on",
        "hikaricp | fairness=fair | choose mode tomcat-jdbc or commons-pool2 or",
        "limit-vegas | initial-limit=0 | initial-limit: allowed: a whole number from 1",
        "limit-vegas | initial-limit=5 | an initial-limit of at most the rooms, 4",
        "semaphore | fairness=fair | mode semaphore does not read it; remove it, or choose"
      })
  void whatIsNotAllowedIsSaidWithTheRemedy(String mode, String pool, String said) {
    assertThatThrownBy(() -> scenario("rooms: 4\nmode: " + mode + "\npool: " + pool + "\n"))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("pool can't be")
        .hasMessageContaining(said);
  }

  @Test
  void whatTheNewModeDoesNotReadIsLeftOutOfTheFile() {
    Settings given =
        settings("mode: tomcat-jdbc\npool: {fairness: fair, validation: borrow}\n")
            .with(ScenarioKey.MODE, "hikaricp", "--mode");
    Overruled overruled = Overruled.of(given, PARSER);
    assertThat(PARSER.parse(overruled.settings()).locking().pool().values())
        .isEqualTo(Map.of(PoolKey.VALIDATION, "borrow"));
    assertThat(overruled.leftOut())
        .containsExactly(
            "pool.yaml:2:7: fairness of the pool is left out: mode hikaricp does not read it");
  }

  @Test
  void whatIsNotValidIsNotLeftOut() {
    Settings given = settings("mode: hikaricp\npool: {depth: 3}\n");
    List<String> leftOut = new ArrayList<>();
    Setting pool = given.get(ScenarioKey.POOL).orElseThrow();
    ModeTraits mode = ModeTraits.find(LockingModes.traits(), "agroal").orElseThrow();
    assertThat(PoolEntries.readBy(mode, given, pool, leftOut)).isSameAs(given);
    assertThat(leftOut).isEmpty();
  }
}
