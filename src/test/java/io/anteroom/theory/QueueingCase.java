package io.anteroom.theory;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.util.Map;
import java.util.Optional;

/**
 * A reference result, and the scenario that it is about. One unit of time of the reference is one
 * second of the scenario.
 *
 * @param id of the reference; where one reference is about several scenarios, with a slash and
 *     which of them it is
 * @param model as the reference calls it
 * @param params what the reference gives, in its own words
 * @param metrics computed independently: {@code Wq} and {@code wait_pNN} are over all admitted
 *     visits, those that give up included
 * @param published the figures that the source prints, some of them rounded
 * @param settings the scenario's, by key; empty where no scenario can express the model. Its {@code
 *     visits} are only there because a scenario needs a bound; runs may choose another
 * @param whyNot why no scenario can express it; empty where one does
 */
public record QueueingCase(
    String id,
    String model,
    Map<String, Object> params,
    Map<String, Double> metrics,
    Map<String, Object> published,
    Optional<Map<String, String>> settings,
    String whyNot) {
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);

  /** The scenario. */
  public Scenario scenario() {
    return scenario(settings.orElseThrow());
  }

  /** The scenario of these settings, by key. */
  static Scenario scenario(Map<String, String> settings) {
    Settings written = Settings.none();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      ScenarioKey key = ScenarioKey.of(setting.getKey()).orElseThrow();
      written = written.with(key, setting.getValue(), key.word());
    }
    return PARSER.parse(written);
  }

  @Override
  public String toString() {
    return id;
  }
}
