package io.anteroom.teach;

import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.scenario.ShippedScenarios;
import org.jspecify.annotations.Nullable;

/** Reads the settings of a step as a scenario. */
final class StepScenario {
  private StepScenario() {}

  /**
   * The scenario of a step that has one.
   *
   * @param name what it is called
   * @param jdk where it runs; null: in simulated time
   * @throws IllegalStateException if the lesson has a setting that is none
   */
  static Scenario of(LessonStep step, String name, @Nullable Jdk jdk, ScenarioParser parser) {
    Settings settings = Settings.none();
    for (String word : settings(step).split(" ", -1)) {
      int equals = word.indexOf('=');
      settings =
          equals < 0
              ? ShippedScenarios.read(word)
              : settings.with(
                  ScenarioKey.of(word.substring(0, equals))
                      .orElseThrow(() -> new IllegalStateException(word)),
                  value(word.substring(equals + 1), jdk),
                  name);
    }
    if (jdk == null) {
      settings = settings.with(ScenarioKey.CLOCK, ClockKind.SIMULATED.word(), name);
    }
    return parser.parse(settings.with(ScenarioKey.NAME, name, name));
  }

  private static String settings(LessonStep step) {
    return switch (step) {
      case LessonStep.Real real -> real.settings();
      case LessonStep.Simulated simulated -> simulated.settings();
      case LessonStep.Planned planned -> planned.settings();
      case LessonStep.Program program -> throw new IllegalStateException(program.label());
    };
  }

  private static String value(String value, @Nullable Jdk jdk) {
    return jdk == null ? value : value.replace("{jdk}", jdk.home().toString());
  }
}
