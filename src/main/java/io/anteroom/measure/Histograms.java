package io.anteroom.measure;

import org.HdrHistogram.Histogram;

/**
 * The histograms of a run or of a part of it, in nanoseconds. Mutable; confined to one thread at a
 * time.
 */
public final class Histograms {
  /** Intended arrival to entry, of the visits that had a room. */
  public final Histogram wait;

  /** Entry to leaving. */
  public final Histogram hold;

  /** Wait and hold together. */
  public final Histogram response;

  /** Intended arrival to giving up. */
  public final Histogram abandonedWait;

  /** Intended arrival to the moment at which the person really began to wait. */
  public final Histogram lateness;

  Histograms(
      Histogram wait,
      Histogram hold,
      Histogram response,
      Histogram abandonedWait,
      Histogram lateness) {
    this.wait = wait;
    this.hold = hold;
    this.response = response;
    this.abandonedWait = abandonedWait;
    this.lateness = lateness;
  }

  /** Empty histograms. */
  public static Histograms empty() {
    return new Histograms(
        VisitRecorder.newHistogram(),
        VisitRecorder.newHistogram(),
        VisitRecorder.newHistogram(),
        VisitRecorder.newHistogram(),
        VisitRecorder.newHistogram());
  }

  /** Adds all that the others hold. */
  public void add(Histograms others) {
    wait.add(others.wait);
    hold.add(others.hold);
    response.add(others.response);
    abandonedWait.add(others.abandonedWait);
    lateness.add(others.lateness);
  }

  /** The sum of a histogram's durations, in nanoseconds, as exact as its digits are. */
  public static double sumNanos(Histogram histogram) {
    return histogram.getMean() * histogram.getTotalCount();
  }
}
