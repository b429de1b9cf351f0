package io.anteroom.bench.peer;

/**
 * What a simulator found of the journey through workers and connections.
 *
 * @param journeys that came to their end
 * @param cpuNanos processor time that it took
 */
public record SimulatedJourneys(
    long journeys,
    long cpuNanos,
    double meanWorkerWaitNanos,
    double meanConnectionWaitNanos,
    double meanResponseNanos) {
  /** The arrival and the ends of four holds. */
  private static final int EVENTS = 5;

  /** At how many moments of simulated time something happened, a second of processor time. */
  public double eventsPerSecond() {
    return EVENTS * 1e9 * journeys / cpuNanos;
  }
}
