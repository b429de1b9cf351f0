package io.anteroom.run.simulate;

import org.jspecify.annotations.Nullable;

/**
 * What goes through a part of a run: persons who wait and persons who are served over time, and how
 * many visits ended. It knows what of that lies in the measured part. Mutable; confined to one
 * thread.
 */
final class Flow {
  private final Occupancy line = new Occupancy();
  private final Occupancy inside = new Occupancy();
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
    line.changes(1, now);
  }

  void waitsNoMore(long now) {
    line.changes(-1, now);
  }

  void enters(long now) {
    inside.changes(1, now);
  }

  void leaves(long now) {
    inside.changes(-1, now);
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
    return new Totals(completed, abandoned, line.personNanos(), inside.personNanos());
  }

  /** Lets time pass. */
  void advance(long now) {
    line.advance(now);
    inside.advance(now);
  }

  /** What happened in the measured part, once it has ended. */
  Totals within() {
    return within;
  }

  /** Those who wait. */
  Occupancy line() {
    return line;
  }

  /** Those who are served. */
  Occupancy inside() {
    return inside;
  }
}
