package io.anteroom.result;

import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;

/** How a run ended. */
public enum Outcome implements Named {
  /** All that was asked for has happened. */
  COMPLETED("completed"),
  /** It was told to stop; what there was by then has been kept. */
  INTERRUPTED("interrupted"),
  /** Nothing moved any more: a deadlock, or a holder starved of carriers. */
  STUCK("stuck"),
  /** What the persons called, such as a database, could not be reached any more. */
  SERVER_LOST("server-lost"),
  /**
   * More persons arrived than the rooms, or this machine, could serve: the line grew to the end.
   */
  SATURATED("saturated"),
  /** A check failed: the figures can't be trusted, or mutual exclusion was broken. */
  INVALID("invalid");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  @Override
  @Json.Value
  public String word() {
    return word;
  }
}
