package io.anteroom.run.simulate;

/**
 * Keeps the course of a run of journeys over its time: persons who wait for any pool, rooms of all
 * pools that are taken, and journeys that end with what they have waited. Mutable; confined to one
 * thread.
 */
final class JourneyTimeline implements JourneyLog {
  private final TimeSeries series = new TimeSeries();
  private final BatchMeans batches = new BatchMeans();

  TimeSeries series() {
    return series;
  }

  /** The waits of the journeys, in the order in which they ended. */
  BatchMeans batches() {
    return batches;
  }

  @Override
  public void stays(long arrivedNanos, long enteredNanos, long untilNanos) {
    series.waited(arrivedNanos, enteredNanos);
    series.occupied(enteredNanos, untilNanos);
  }

  @Override
  public void givesUp(JourneyingPerson who, int step, long arrivedNanos, long atNanos) {
    series.waited(arrivedNanos, atNanos);
  }

  @Override
  public void completes(JourneyingPerson who, long atNanos) {
    series.waited(atNanos, atNanos);
    series.leaves(who.waitedNanos, atNanos);
    batches.add(who.intendedNanos, who.waitedNanos);
  }

  @Override
  public void waitsStill(JourneyingPerson who, int step, long arrivedNanos, long untilNanos) {
    series.waited(arrivedNanos, untilNanos);
  }
}
