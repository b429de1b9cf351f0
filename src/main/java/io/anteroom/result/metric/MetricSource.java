package io.anteroom.result.metric;

import io.anteroom.scenario.ClockKind;

/** Where a metric comes from, and so on which clocks it exists. */
public enum MetricSource {
  /** What became of visits, and how long it took. */
  VISITS(true),
  /** How long rooms were held. */
  ROOMS(true),
  /** How many persons were present. */
  PRESENCE(true),
  /** For how long the line had which length: simulated time keeps it only where it is asked for. */
  LINE_LENGTHS(true),
  /** When persons really began to wait. */
  STARTS(false),
  /** An unrelated virtual thread that is to run at regular times. */
  CANARY(false),
  /** The flight recording. */
  RECORDING(false),
  /** The operating system's figures of the process. */
  PROCESS(false);

  private final boolean simulated;

  MetricSource(boolean simulated) {
    this.simulated = simulated;
  }

  /** Whether it is known of each pool and each class, too. */
  boolean ofParts() {
    return this == VISITS || this == ROOMS || this == PRESENCE;
  }

  /** Whether there is such a thing on that clock. */
  public boolean on(ClockKind clock) {
    return switch (clock) {
      case WALL -> true;
      case SIMULATED -> simulated;
    };
  }
}
