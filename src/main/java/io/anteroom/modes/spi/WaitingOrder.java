package io.anteroom.modes.spi;

/** In which order those who wait get rooms. */
public enum WaitingOrder {
  /** First come, first served: simulated as it is. */
  IN_LINE,
  /** Newcomers may go before those who wait: simulated in line, and the summary says so. */
  BARGING,
  /** Not known: real time only. */
  UNKNOWN
}
