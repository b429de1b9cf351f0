package io.anteroom.run.simulate;

/** Keeps the course of a run over its time. Mutable; confined to one thread. */
final class RunTimeline implements VisitLog {
  private final TimeSeries series = new TimeSeries();
  private final BatchMeans batches = new BatchMeans();
  private final Fingerprint fingerprint = new Fingerprint();
  private final long stopNanos;
  private final long fingerprinted;

  /** Keeps a fingerprint of all visits. */
  RunTimeline(long stopNanos) {
    this(stopNanos, Long.MAX_VALUE);
  }

  /**
   * @param fingerprinted of so many persons, from the first, there is a fingerprint
   */
  RunTimeline(long stopNanos, long fingerprinted) {
    this.stopNanos = stopNanos;
    this.fingerprinted = fingerprinted;
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
    addToSeries(intendedNanos, enteredNanos, leftNanos);
    batches.add(intendedNanos, enteredNanos - intendedNanos);
    if (person < fingerprinted) {
      fingerprint.enters(person, visit, door, intendedNanos, enteredNanos, leftNanos, refusals);
    }
  }

  /** As for each by itself, with the parts one after the other, each a short loop. */
  @Override
  public void enterInTurn(
      int person, long[] intendedNanos, long[] enteredNanos, long[] leftNanos, int count) {
    for (int i = 0; i < count; i++) {
      addToSeries(intendedNanos[i], enteredNanos[i], leftNanos[i]);
    }
    for (int i = 0; i < count; i++) {
      batches.add(intendedNanos[i], enteredNanos[i] - intendedNanos[i]);
    }
    for (int i = 0; i < count && person + i < fingerprinted; i++) {
      fingerprint.enters(person + i, 0, 0, intendedNanos[i], enteredNanos[i], leftNanos[i], 0);
    }
  }

  private void addToSeries(long intendedNanos, long enteredNanos, long leftNanos) {
    if (leftNanos <= stopNanos && series.addIfWithin(intendedNanos, enteredNanos, leftNanos)) {
      return;
    }
    series.waited(intendedNanos, enteredNanos);
    series.occupied(enteredNanos, Math.min(leftNanos, stopNanos));
    if (leftNanos <= stopNanos) {
      series.leaves(enteredNanos - intendedNanos, leftNanos);
    }
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
