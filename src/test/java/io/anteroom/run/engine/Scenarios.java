package io.anteroom.run.engine;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Scenarios for tests, written as on the command line: {@code "rooms=8 mode=semaphore"}. */
final class Scenarios {
  private Scenarios() {}

  static Scenario of(String keysAndValues) {
    Settings settings =
        Settings.none()
            .with(ScenarioKey.CARRIERS, "2", "test")
            .with(ScenarioKey.JFR, "off", "test");
    for (String pair : List.of(keysAndValues.split(" ", -1))) {
      String[] parts = pair.split("=", 2);
      ScenarioKey key = ScenarioKey.of(parts[0]).orElseThrow();
      settings = settings.with(key, parts[1], "test");
    }
    return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings);
  }

  /** A scenario of several pools, as a file has it. */
  static Scenario ofYaml(String yaml) {
    try {
      Path file = Files.createTempFile("scenario", ".yaml");
      Files.writeString(file, yaml);
      Settings settings = ScenarioFile.read(file);
      Files.delete(file);
      return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2)
          .parse(
              settings
                  .with(ScenarioKey.CARRIERS, "2", "test")
                  .with(ScenarioKey.JFR, "off", "test"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
