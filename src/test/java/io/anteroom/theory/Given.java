package io.anteroom.theory;

import static org.assertj.core.api.Assertions.fail;

import io.anteroom.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** Scenarios from a line of text, for the tests of this package. */
final class Given {
  private Given() {}

  /**
   * A scenario in simulated time, of a fair semaphore unless the text says otherwise.
   *
   * @param text such as {@code rooms=10 hold=fixed:1s}
   */
  static Scenario scenario(String text) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("clock", "simulated");
    settings.put("mode", "semaphore-fair");
    for (String setting : text.split(" ", -1)) {
      int equals = setting.indexOf('=');
      settings.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    settings.putIfAbsent("visits", "100000");
    return QueueingCase.scenario(settings);
  }

  /** The prediction for a scenario that has one. */
  static Prediction prediction(Scenario scenario) {
    return switch (Theory.of(scenario)) {
      case Prediction prediction -> prediction;
      case NoFormula none -> fail(none.reason());
    };
  }
}
