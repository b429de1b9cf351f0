package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTitleTest {
  private static Scenario scenario(Settings settings) {
    return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings);
  }

  @Test
  void aNameIsTheTitle() {
    Settings named = Settings.none().with(ScenarioKey.NAME, "checkout", "test");
    assertThat(ReportTitle.of(scenario(named))).isEqualTo("checkout");
    assertThat(ReportTitle.of(Map.of("name", "checkout"), "What else")).isEqualTo("checkout");
  }

  @Test
  void withoutOneTheScenarioIs() {
    Settings crowd = Settings.none().with(ScenarioKey.PERSONS, "2000", "test");
    assertThat(ReportTitle.of(scenario(crowd))).isEqualTo("2,000 persons, 1 room");
    assertThat(ReportTitle.folder(scenario(crowd))).isEqualTo("2000-persons-1-room");
    Settings open =
        Settings.none()
            .with(ScenarioKey.ARRIVALS, "poisson:300/s", "test")
            .with(ScenarioKey.DURATION, "1s", "test")
            .with(ScenarioKey.ROOMS, "8", "test");
    assertThat(ReportTitle.of(scenario(open))).isEqualTo("poisson:300/s, 8 rooms");
    assertThat(ReportTitle.folder(scenario(open))).isEqualTo("poisson-300-s-8-rooms");
    assertThat(ReportTitle.folder(scenario(open), "rooms mode")).isEqualTo("rooms-mode");
    assertThat(ReportTitle.planFolder(scenario(open), "rooms"))
        .isEqualTo("rooms-for-poisson-300-s");
    assertThat(ReportTitle.of(Map.of("name", "unnamed"), "Rooms for poisson:300/s"))
        .isEqualTo("Rooms for poisson:300/s");
    assertThat(ReportTitle.of(Map.of(), "Rooms for poisson:300/s"))
        .isEqualTo("Rooms for poisson:300/s");
  }
}
