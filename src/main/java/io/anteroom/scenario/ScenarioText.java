package io.anteroom.scenario;

import java.util.Map;

public final class ScenarioText {
  private ScenarioText() {}

  public static Map<String, Object> settings(Scenario scenario) {
    return Map.of();
  }
}
