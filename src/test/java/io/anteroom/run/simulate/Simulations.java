package io.anteroom.run.simulate;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.scenario.YamlText;
import io.anteroom.scenario.schedule.Schedule;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Scenarios in simulated time, and what the plain simulator tells of them. */
final class Simulations {
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);

  private Simulations() {}

  /** The scenario of settings written as on the command line: {@code "rooms=8 mode=timed"}. */
  static Scenario scenario(String keysAndValues) {
    Settings settings = Settings.none().with(ScenarioKey.CLOCK, "simulated", "test");
    for (String pair : List.of(keysAndValues.strip().split("\\s+", -1))) {
      String[] parts = pair.split("=", 2);
      settings = settings.with(ScenarioKey.of(parts[0]).orElseThrow(), parts[1], "test");
    }
    return scenario(settings);
  }

  /** The scenario of a file of that text, in simulated time. */
  static Scenario ofYaml(String yaml) {
    return scenario(YamlText.settings(yaml).with(ScenarioKey.CLOCK, "simulated", "test"));
  }

  /** The scenario of these settings. */
  static Scenario scenario(Settings settings) {
    return PARSER.parse(settings);
  }

  /** A file of durations among the tests' resources. */
  static Path durations(String name) {
    return Path.of(
        System.getProperty("anteroom.project"),
        "src/test/resources/io/anteroom/run/simulate",
        name);
  }

  /** The settings under the first seed whose schedule is as wanted. */
  static String seeded(String settings, Predicate<Schedule> wanted) {
    return IntStream.range(1, 1_000_000)
        .mapToObj(seed -> settings + " seed=" + seed)
        .filter(candidate -> wanted.test(new Schedule(scenario(candidate))))
        .findFirst()
        .orElseThrow();
  }

  /** What the plain simulator tells of a scenario. */
  static LoggedVisits naively(Scenario scenario) {
    LoggedVisits log = new LoggedVisits();
    new NaiveSimulator(scenario, new Schedule(scenario), log).run();
    return log;
  }
}
