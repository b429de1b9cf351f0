package io.anteroom.run.simulate;

import org.jspecify.annotations.Nullable;

/**
 * Persons who wait and persons who are served in a part of a run, integrated exactly over simulated
 * time, and the number of visits that ended. Also knows the same of the measured window alone.
 * Mutable; confined to one thread.
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
   * The sums over the measured window.
   *
   * @param waitingNanos how long all persons together waited
   * @param insideNanos how long all persons together were served
   */
  record Totals(long completed, long abandoned, double waitingNanos, double insideNanos) {
    /** Visits that were completed or abandoned. */
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

  /** The measured window begins now. */
  void begins(long now) {
    before = until(now);
  }

  /** The measured window ends now. */
  void ends(long now) {
    if (before != null) {
      within = until(now).minus(before);
    }
  }

  private Totals until(long now) {
    advance(now);
    return new Totals(completed, abandoned, waitingNanos, insideNanos);
  }

  /** Time passes until then; an earlier time than before changes nothing. */
  void advance(long now) {
    long nanos = now - sinceNanos;
    if (nanos > 0) {
      waitingNanos += (double) waiting * nanos;
      insideNanos += (double) inside * nanos;
      sinceNanos = now;
    }
  }

  /** The sums over the measured window, which must have ended. */
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
