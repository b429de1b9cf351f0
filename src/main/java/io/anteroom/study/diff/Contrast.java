package io.anteroom.study.diff;

import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;

/** What two runs say of how a metric changed. */
public enum Contrast implements Named {
  /** It is greater in the second run, beyond chance. */
  GREATER,
  /** It is smaller in the second run, beyond chance. */
  SMALLER,
  /** No difference that these runs can show. */
  NONE_SHOWN,
  /** There is no interval to judge by. */
  NOT_JUDGED;

  /** Whether it differs beyond chance. */
  public boolean differs() {
    return this == GREATER || this == SMALLER;
  }

  @Override
  @Json.Value
  public String word() {
    return Named.super.word();
  }
}
