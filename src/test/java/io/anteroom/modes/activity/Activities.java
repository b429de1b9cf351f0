package io.anteroom.modes.activity;

import io.anteroom.modes.LockingModes;
import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.util.List;

/** The activities of the catalogue, for tests. */
final class Activities {
  private Activities() {}

  /** The names of all. */
  static List<String> names() {
    return RoomActivities.traits().stream().map(ActivityTraits::name).toList();
  }

  /** The activity of that name, as a scenario that sets nothing else has it. */
  static RoomActivity create(String name) throws Exception {
    Scenario scenario =
        new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2)
            .parse(Settings.none().with(ScenarioKey.ACTIVITY, name, "the test"));
    return RoomActivities.create(scenario);
  }
}
