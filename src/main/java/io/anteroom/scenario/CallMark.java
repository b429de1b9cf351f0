package io.anteroom.scenario;

import java.util.Map;

/**
 * The marks by which a call of the user's own takes the hold, in seconds. A call without its mark
 * takes as long as it takes.
 */
public final class CallMark {
  public static final String IN_URL = "{hold}";

  /** By the key that says what is called. */
  static final Map<ScenarioKey, String> ALL = Map.of(ScenarioKey.SQL, "?", ScenarioKey.URL, IN_URL);

  private CallMark() {}

  /** Whether a value of that key takes the hold; true of keys that name no call. */
  static boolean isIn(ScenarioKey key, String value) {
    return value.contains(ALL.getOrDefault(key, ""));
  }
}
