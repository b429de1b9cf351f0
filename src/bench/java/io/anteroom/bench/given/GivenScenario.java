package io.anteroom.bench.given;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;

/** Scenarios from a line of text. */
public final class GivenScenario {
  private GivenScenario() {}

  /**
   * The scenario of keys and values, for as many carriers as this machine has processors.
   *
   * @param keysAndValues such as {@code rooms=10 hold=exponential:10ms}
   */
  public static Scenario of(String keysAndValues) {
    Settings settings = Settings.none();
    for (String keyAndValue : keysAndValues.split(" ", -1)) {
      String[] parts = keyAndValue.split("=", 2);
      settings = settings.with(ScenarioKey.of(parts[0]).orElseThrow(), parts[1], "benchmark");
    }
    return new ScenarioParser(
            LockingModes.traits(),
            RoomActivities.traits(),
            Runtime.getRuntime().availableProcessors())
        .parse(settings);
  }

  /** The same on the simulated clock. */
  public static Scenario simulated(String keysAndValues) {
    return of("clock=simulated " + keysAndValues);
  }
}
