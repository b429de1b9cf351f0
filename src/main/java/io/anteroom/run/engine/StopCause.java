package io.anteroom.run.engine;

/** Why a run ends before all persons have gone by themselves. */
enum StopCause {
  /** Somebody asked for it: Ctrl-C. */
  INTERRUPT,
  /** Those present after the last arrival had as much time to leave as the arrivals took. */
  DRAIN_OVER,
  /** The watchdog found that nothing moves. */
  STUCK,
  /** What the persons call is lost. */
  SERVER_LOST,
  /** A fault of ours or of the machine. */
  FAULT
}
