package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One key of one pool among several is changed, and nothing else. */
class PoolPathTest {
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);

  @Test
  void changesOneKeyOfOnePool() {
    Settings base = ShippedScenarios.read("worker-and-connection");
    Scenario before = PARSER.parse(base);
    Scenario after = PARSER.parse(base.with(path("pools.connections.rooms"), "12", "the cell"));

    assertThat(after).isEqualTo(before.with(journey(before).withRooms("connections", 12)));
    Scenario patient =
        PARSER.parse(base.with(path("pools.workers.patience"), "fixed:1s", "the cell"));
    assertThat(journey(patient).pool("workers").patience()).hasToString("fixed:1s");
  }

  @Test
  void saysWhichPoolsThereAre() {
    assertThatThrownBy(
            () ->
                ShippedScenarios.read("worker-and-connection")
                    .with(path("pools.work.rooms"), "12", "the cell"))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessage(
            "the cell: pools.work.rooms: there is no pool work; there are: workers, connections");
    assertThatThrownBy(() -> Settings.none().with(path("pools.work.rooms"), "12", "the cell"))
        .hasMessage("the cell: pools.work.rooms: the scenario has no pools with names; vary rooms");
  }

  @Test
  void aWrongValueIsRefusedAsInAFile() {
    Settings wrong =
        ShippedScenarios.read("worker-and-connection")
            .with(path("pools.connections.rooms"), "none", "the cell");
    assertThatThrownBy(() -> PARSER.parse(wrong))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageStartingWith("the cell: rooms can't be \"none\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rooms", "pools.rooms", "pools.a.hold", "pools.a b.rooms", "pools..rooms"})
  void otherTextsAreNoPath(String text) {
    assertThat(PoolPath.of(text)).isEmpty();
  }

  private static PoolPath path(String text) {
    return PoolPath.of(text).orElseThrow();
  }

  private static Journey journey(Scenario scenario) {
    return Objects.requireNonNull(scenario.journey());
  }
}
