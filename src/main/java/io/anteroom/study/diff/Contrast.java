package io.anteroom.study.diff;

import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;

/** What two runs say of how a metric changed. */
public enum Contrast implements Named {
  /** It is greater in the second run, beyond chance. */
  GREATER("greater"),
  /** It is smaller in the second run, beyond chance. */
  SMALLER("smaller"),
  /** No difference that these runs can show. */
  NONE_SHOWN("none-shown"),
  /** There is no interval to judge by. */
  NOT_JUDGED("not-judged");

  private final String word;

  Contrast(String word) {
    this.word = word;
  }

  /** Whether it differs beyond chance. */
  public boolean differs() {
    return this == GREATER || this == SMALLER;
  }

  @Override
  @Json.Value
  public String word() {
    return word;
  }
}
