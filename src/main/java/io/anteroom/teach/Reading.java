package io.anteroom.teach;

/** What several lessons tell to read. */
final class Reading {
  static final Source VIRTUAL_THREADS =
      new Source(
          "JEP 444: Virtual Threads (JDK 21)",
          "how they are mounted on carriers, and what pins them");

  static final Source WITHOUT_PINNING =
      new Source(
          "JEP 491: Synchronize Virtual Threads without Pinning (JDK 24)",
          "monitors that let go of the carrier, and what still does not");

  static final Source FLIGHT_RECORDER =
      new Source("JEP 328: Flight Recorder", "events, and the thresholds under which they vanish");

  static final Source MUTEX =
      new Source(
          "E. W. Dijkstra: Solution of a Problem in Concurrent Programming Control (CACM, 1965)",
          "mutual exclusion, as it was first put");

  private Reading() {}
}
