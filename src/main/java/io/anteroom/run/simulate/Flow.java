package io.anteroom.run.simulate;

import org.jspecify.annotations.Nullable;

/**
 * Persons who wait and persons who are served in a part of a run, integrated exactly over simulated
 * time, and the number of visits that ended. Also knows the same of the measured window alone.
 * Mutable; confined to one thread.
 *
 * <p>A person who waits adds the time of its end to a sum, less the time of its beginning. So time
 * itself need not be followed. The times count from a moment that moves on now and then, so that
 * their sums are exact.
 */
final class Flow {
  /** 2^36 ns, more than a minute: a hundred million persons who wait so long fit into a sum. */
  private static final long LONGEST_NANOS = 1L << 36;

  private long waiting;
  private long inside;

  /** From when the sums of times count. */
  private long sinceNanos;

  /** Since then: the ends less the beginnings of those who no longer wait, or wait still. */
  private long waitingSum;

  private long insideSum;

  /** Up to then. */
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
    moveOnTo(now);
    waitingSum -= now - sinceNanos;
    waiting++;
  }

  void waitsNoMore(long now) {
    moveOnTo(now);
    waitingSum += now - sinceNanos;
    waiting--;
  }

  /** Somebody who waits enters. */
  void letsIn(long now) {
    moveOnTo(now);
    long since = now - sinceNanos;
    waitingSum += since;
    insideSum -= since;
    waiting--;
    inside++;
  }

  void enters(long now) {
    moveOnTo(now);
    insideSum -= now - sinceNanos;
    inside++;
  }

  void leaves(long now) {
    moveOnTo(now);
    insideSum += now - sinceNanos;
    inside--;
  }

  void completes() {
    completed++;
  }

  void abandons() {
    abandoned++;
  }

  /** Keeps the times since the moment from which they count short enough for their sums. */
  private void moveOnTo(long now) {
    if (now - sinceNanos > LONGEST_NANOS) {
      advance(now);
    }
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
      waitingNanos += waitingSum + (double) waiting * nanos;
      insideNanos += insideSum + (double) inside * nanos;
      waitingSum = 0;
      insideSum = 0;
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

  /** The time that all persons waited until {@link #advance}d, in nanoseconds. */
  double waitingNanos() {
    return waitingNanos;
  }

  /** The time that all persons were served until {@link #advance}d, in nanoseconds. */
  double insideNanos() {
    return insideNanos;
  }
}
