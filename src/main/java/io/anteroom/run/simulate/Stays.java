package io.anteroom.run.simulate;

import io.anteroom.scenario.schedule.MeasuredWindow;
import java.util.Arrays;

/**
 * Adds up the parts of waits and of stays in rooms that lie in the measured window. The end of the
 * window may become known only with the last arrival. So a stay that ends after the latest arrival
 * so far is kept until later. Mutable; confined to one thread.
 */
final class Stays {
  private static final int FIRST_KEPT = 1024;

  /** Half a year: the times of a batch up to then add up to a long. */
  private static final long MOST_SUMMED_NANOS = 1L << 54;

  private final MeasuredWindow window;
  private long completed;
  private double occupiedNanos;
  private double waitingNanos;

  /** Visits that never enter. Their waits count from the start of the measured window. */
  private long endless;

  private double endlessSinceNanos;

  private long[] intended = new long[FIRST_KEPT];
  private long[] entered = new long[FIRST_KEPT];
  private long[] left = new long[FIRST_KEPT];
  private int kept;

  /** How many stays of the current batch were kept. */
  private int keptOfBatch;

  private long keptStayNanos;
  private long keptWaitNanos;

  Stays(MeasuredWindow window) {
    this.window = window;
  }

  /**
   * Adds the stays of a batch that are over now. Visits enter in the order in which they arrive, so
   * most batches lie wholly in the measured window: their stays are over, but for those kept.
   *
   * @param leftNanos later than {@code nowNanos} if the stay was kept or never begins
   * @param nowNanos all later arrivals come at this time or after it
   */
  void add(long[] intendedNanos, long[] enteredNanos, long[] leftNanos, int count, long nowNanos) {
    long start = window.startNanos();
    long end = window.endNanos();
    // A visit that leaves exactly when the measured window begins does not count.
    boolean whole =
        intendedNanos[0] > start
            && nowNanos <= Math.min(end, MOST_SUMMED_NANOS)
            && leftNanos[count - 1] != Long.MAX_VALUE;
    if (whole) {
      addAllButKept(intendedNanos, enteredNanos, leftNanos, count);
    } else {
      for (int i = 0; i < count; i++) {
        if (leftNanos[i] <= nowNanos) {
          add(intendedNanos[i], enteredNanos[i], leftNanos[i], start, end);
        }
      }
    }
    keptOfBatch = 0;
    keptStayNanos = 0;
    keptWaitNanos = 0;
  }

  /** Sums may overflow on the way; subtracting the kept stays brings them back. */
  private void addAllButKept(
      long[] intendedNanos, long[] enteredNanos, long[] leftNanos, int count) {
    long stays = -keptStayNanos;
    long waits = -keptWaitNanos;
    for (int i = 0; i < count; i++) {
      stays += leftNanos[i] - enteredNanos[i];
      waits += enteredNanos[i] - intendedNanos[i];
    }
    completed += count - keptOfBatch;
    occupiedNanos += stays;
    waitingNanos += waits;
  }

  private void add(long since, long from, long to, long start, long end) {
    completed += to > start && to <= end ? 1 : 0;
    occupiedNanos += Math.max(Math.min(to, end) - Math.max(from, start), 0);
    waitingNanos += Math.max(Math.min(from, end) - Math.max(since, start), 0);
  }

  /** A visit never gets a room: it waits from then until the measured window ends. */
  void neverEnters(long since) {
    endless++;
    endlessSinceNanos += Math.max(since, window.startNanos());
  }

  /** Keeps a stay that ends later than now. */
  void keep(long since, long from, long to, long nowNanos) {
    if (kept == entered.length) {
      settle(nowNanos);
      if (2 * kept > entered.length) {
        intended = Arrays.copyOf(intended, 2 * kept);
        entered = Arrays.copyOf(entered, 2 * kept);
        left = Arrays.copyOf(left, 2 * kept);
      }
    }
    intended[kept] = since;
    entered[kept] = from;
    left[kept++] = to;
    keptOfBatch++;
    keptStayNanos += to - from;
    keptWaitNanos += from - since;
  }

  /** Adds the kept stays that are over by then. */
  private void settle(long nowNanos) {
    long start = window.startNanos();
    long end = window.endNanos();
    int still = 0;
    for (int i = 0; i < kept; i++) {
      if (left[i] <= nowNanos) {
        add(intended[i], entered[i], left[i], start, end);
      } else {
        intended[still] = intended[i];
        entered[still] = entered[i];
        left[still++] = left[i];
      }
    }
    kept = still;
  }

  /** How many visits wait when the measured window ends. Called before {@link #totals}. */
  long waitingAtEnd() {
    long waiting = endless;
    for (int i = 0; i < kept; i++) {
      waiting += entered[i] > window.endNanos() ? 1 : 0;
    }
    return waiting;
  }

  /** The sums over the measured window. Its end must be known. */
  Kernel.Totals totals() {
    settle(Long.MAX_VALUE);
    double waiting = endless * (double) window.endNanos() - endlessSinceNanos;
    return new Kernel.Totals(completed, 0, occupiedNanos, waitingNanos + Math.max(waiting, 0));
  }
}
