package io.anteroom.scenario;

/** Which time a scenario runs in. */
public enum ClockKind implements Named {
  /** On virtual threads, in real time. */
  WALL,
  /** As a calculation, as fast as it goes. */
  SIMULATED;
}
