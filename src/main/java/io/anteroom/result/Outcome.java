package io.anteroom.result;

import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;

/** How a run ended. */
public enum Outcome implements Named {
  /** All that was asked for has happened. */
  COMPLETED,
  /** It was told to stop; what there was by then has been kept. */
  INTERRUPTED,
  /** Nothing moved any more: a deadlock, or a holder starved of carriers. */
  STUCK,
  /** What the persons called, such as a database, could not be reached any more. */
  SERVER_LOST,
  /**
   * More persons arrived than the rooms, or this machine, could serve: the line grew to the end.
   */
  SATURATED,
  /** A check failed: the figures can't be trusted, or mutual exclusion was broken. */
  INVALID;

  @Override
  @Json.Value
  public String word() {
    return Named.super.word();
  }
}
