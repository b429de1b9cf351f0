package io.anteroom.run.simulate;

import org.jspecify.annotations.Nullable;

/**
 * What goes through a part of a run: persons who wait and persons who are served, integrated
 * exactly over simulated time, and how many visits ended. It knows what of that lies in the
 * measured part. Mutable; confined to one thread.
 */
final class Flow {
  private long waiting;
  private long inside;
  private long sinceNanos;
  private double waitingNanos;
  private double insideNanos;
  private long completed;
  private long abandoned;
  private @Nullable Totals before;
  private Totals within = new Totals(0, 0, 0, 0);

  /**
   * What happened in the measured part.
   *
   * @param waitingNanos time that persons waited
   * @param insideNanos time that persons were served
   */
  record Totals(long completed, long abandoned, double waitingNanos, double insideNanos) {
    /** Visits that were completed or given up. */
    long ended() {
      return completed + abandoned;
    }

    Totals plus(Totals more) {
      return new Totals(
          completed + more.completed,
          abandoned + more.abandoned,
          waitingNanos + more.waitingNanos,
          insideNanos + more.insideNanos);
    }

    private Totals minus(Totals earlier) {
      return new Totals(
          completed - earlier.completed,
          abandoned - earlier.abandoned,
          waitingNanos - earlier.waitingNanos,
          insideNanos - earlier.insideNanos);
    }
  }

  void waits(long now) {
    advance(now);
    waiting++;
  }

  void waitsNoMore(long now) {
    advance(now);
    waiting--;
  }

  void enters(long now) {
    advance(now);
    inside++;
  }

  void leaves(long now) {
    advance(now);
    inside--;
  }

  void completes() {
    completed++;
  }

  void abandons() {
    abandoned++;
  }

  /** The measured part begins now. */
  void begins(long now) {
    before = until(now);
  }

  /** The measured part ends now. */
  void ends(long now) {
    if (before != null) {
      within = until(now).minus(before);
    }
  }

  private Totals until(long now) {
    advance(now);
    return new Totals(completed, abandoned, waitingNanos, insideNanos);
  }

  /** Lets time pass; an earlier time changes nothing. */
  void advance(long now) {
    long nanos = now - sinceNanos;
    if (nanos > 0) {
      waitingNanos += (double) waiting * nanos;
      insideNanos += (double) inside * nanos;
      sinceNanos = now;
    }
  }

  /** What happened in the measured part, once it has ended. */
  Totals within() {
    return within;
  }

  /** Persons who wait now. */
  long waiting() {
    return waiting;
  }

  /** The time that all persons have waited so far, in nanoseconds. */
  double waitingNanos() {
    return waitingNanos;
  }

  /** The time that all persons have been served so far, in nanoseconds. */
  double insideNanos() {
    return insideNanos;
  }
}
