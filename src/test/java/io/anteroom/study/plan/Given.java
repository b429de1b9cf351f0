package io.anteroom.study.plan;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.util.List;

/** Questions from a line of text, for the tests of this package. */
final class Given {
  private Given() {}

  /**
   * A scenario in simulated time, of a fair semaphore unless the text says otherwise.
   *
   * @param text such as {@code rooms=10 hold=fixed:1s}
   */
  static Scenario scenario(String text) {
    Settings settings =
        Settings.none()
            .with(ScenarioKey.CLOCK, "simulated", "test")
            .with(ScenarioKey.MODE, "semaphore-fair", "test")
            .with(ScenarioKey.VISITS, "1000", "test");
    for (String setting : text.split(" ", -1)) {
      int equals = setting.indexOf('=');
      ScenarioKey key = ScenarioKey.of(setting.substring(0, equals)).orElseThrow();
      settings = settings.with(key, setting.substring(equals + 1), "test");
    }
    return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings);
  }

  /** A question whose length the plan chooses. */
  static Question question(Find find, String scenario, String... objectives) {
    return new Question(find, scenario(scenario), List.of(objectives), false, 100_000, null);
  }

  static Plan plan(Find find, String scenario, String... objectives) throws InterruptedException {
    return new Planner(question(find, scenario, objectives), 2).plan();
  }
}
