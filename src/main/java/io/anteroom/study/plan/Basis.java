package io.anteroom.study.plan;

import io.avaje.jsonb.Json;

/** What a judgement rests on. */
public enum Basis {
  /** The replications. */
  SIMULATION("simulation"),
  /** An exact formula, whatever the replications say. */
  THEORY("theory"),
  /** The line grows without end: the rooms are always taken, and the waits have no bound. */
  GROWTH("growth");

  private final String word;

  Basis(String word) {
    this.word = word;
  }

  /** As results write it. */
  @Json.Value
  public String word() {
    return word;
  }
}
