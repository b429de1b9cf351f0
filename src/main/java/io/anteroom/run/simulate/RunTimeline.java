package io.anteroom.run.simulate;

/** Keeps the course of a run over its time. Mutable; confined to one thread. */
final class RunTimeline implements VisitLog {
  private final TimeSeries series = new TimeSeries();
  private final BatchMeans batches = new BatchMeans();
  private final Fingerprint fingerprint = new Fingerprint();
  private final long stopNanos;

  RunTimeline(long stopNanos) {
    this.stopNanos = stopNanos;
  }

  TimeSeries series() {
    return series;
  }

  /** The waits of the visits that got a room, in the order in which they got it. */
  BatchMeans batches() {
    return batches;
  }

  Fingerprint fingerprint() {
    return fingerprint;
  }

  @Override
  public void enters(
      int person,
      long visit,
      int door,
      long intendedNanos,
      long enteredNanos,
      long leftNanos,
      long refusals) {
    series.waited(intendedNanos, enteredNanos);
    series.occupied(enteredNanos, Math.min(leftNanos, stopNanos));
    if (leftNanos <= stopNanos) {
      series.leaves(enteredNanos - intendedNanos, leftNanos);
    }
    batches.add(intendedNanos, enteredNanos - intendedNanos);
    fingerprint.enters(person, visit, door, intendedNanos, enteredNanos, leftNanos, refusals);
  }

  @Override
  public void abandons(int person, long visit, long intendedNanos, long atNanos, long refusals) {
    series.waited(intendedNanos, atNanos);
  }

  @Override
  public void turnsAway(int person, long atNanos) {}

  @Override
  public void violates() {}

  @Override
  public void leavesWaiting(
      int person, long visit, long intendedNanos, long untilNanos, long refusals) {
    series.waited(intendedNanos, untilNanos);
  }
}
