package io.anteroom.study.compare;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;

/** Scenarios for the tests of this package. */
final class Given {
  private Given() {}

  /**
   * A scenario in simulated time.
   *
   * @param text lines such as {@code rooms: 10}
   */
  static Scenario simulated(String text) {
    return scenario("simulated", text);
  }

  /** The same in real time. */
  static Scenario inRealTime(String text) {
    return scenario("wall", text);
  }

  private static Scenario scenario(String clock, String text) {
    Settings settings = Settings.none().with(ScenarioKey.CLOCK, clock, "test");
    for (String line : text.lines().toList()) {
      String[] parts = line.split(": ", 2);
      settings = settings.with(ScenarioKey.of(parts[0]).orElseThrow(), parts[1], "test");
    }
    return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings);
  }
}
