package io.anteroom.run.engine;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.scenario.YamlText;
import java.util.List;

/** Scenarios for tests, written as on the command line: {@code "rooms=8 mode=semaphore"}. */
final class Scenarios {
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);

  private Scenarios() {}

  static Scenario of(String keysAndValues) {
    Settings settings = inTests(Settings.none());
    for (String pair : List.of(keysAndValues.split(" ", -1))) {
      String[] parts = pair.split("=", 2);
      ScenarioKey key = ScenarioKey.of(parts[0]).orElseThrow();
      settings = settings.with(key, parts[1], "test");
    }
    return PARSER.parse(settings);
  }

  /** A scenario of several pools, as a file has it. */
  static Scenario ofYaml(String yaml) {
    return PARSER.parse(inTests(YamlText.settings(yaml)));
  }

  private static Settings inTests(Settings settings) {
    return settings.with(ScenarioKey.CARRIERS, "2", "test").with(ScenarioKey.JFR, "off", "test");
  }
}
