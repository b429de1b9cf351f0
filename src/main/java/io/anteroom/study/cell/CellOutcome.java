package io.anteroom.study.cell;

import io.anteroom.result.Outcome;
import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;

/** What became of a cell: the outcome of its run, or what kept its JVM from having one. */
public enum CellOutcome implements Named {
  /** The run completed. */
  COMPLETED,
  /** It was told to stop. */
  INTERRUPTED,
  /** The run got stuck. */
  STUCK,
  /** What the persons called could not be reached any more. */
  SERVER_LOST,
  /** More persons arrived than could be served. */
  SATURATED,
  /** A check of the run failed. */
  INVALID,
  /** Its JVM had too little memory. */
  OUT_OF_MEMORY,
  /** Its JVM did not end in time, and was killed by us. */
  HUNG,
  /** Its JVM was killed by somebody else. */
  KILLED,
  /** Its JVM crashed. */
  CRASHED,
  /** It ended without a result for another reason, which its log tells. */
  FAILED;

  @Override
  @Json.Value
  public String word() {
    return Named.super.word();
  }

  /** The outcome of a cell whose run had that one. */
  public static CellOutcome of(Outcome outcome) {
    return switch (outcome) {
      case COMPLETED -> COMPLETED;
      case INTERRUPTED -> INTERRUPTED;
      case STUCK -> STUCK;
      case SERVER_LOST -> SERVER_LOST;
      case SATURATED -> SATURATED;
      case INVALID -> INVALID;
    };
  }

  /** Whether the cell has figures that mean something. */
  public boolean measured() {
    return this == COMPLETED || this == SATURATED;
  }

  /** Whether the cell's JVM ended without a result. */
  public boolean lost() {
    return switch (this) {
      case OUT_OF_MEMORY, HUNG, KILLED, CRASHED, FAILED -> true;
      case COMPLETED, INTERRUPTED, STUCK, SERVER_LOST, SATURATED, INVALID -> false;
    };
  }
}
