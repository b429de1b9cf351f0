package io.anteroom.study.plan;

import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;

/** What a judgement rests on. */
public enum Basis implements Named {
  /** The replications. */
  SIMULATION,
  /** An exact formula, whatever the replications say. */
  THEORY,
  /** The line grows without end: the rooms are always taken, and the waits have no bound. */
  GROWTH;

  @Override
  @Json.Value
  public String word() {
    return Named.super.word();
  }
}
