package io.anteroom.run.simulate;

import io.anteroom.scenario.schedule.MeasuredWindow;
import java.util.Arrays;

/**
 * Adds up what of the visits' waits and of their stays in rooms lies in the measured part of a run,
 * where its end becomes known only with the last arrival: a stay that ends after the latest arrival
 * so far is kept until it can be told. Mutable; confined to one thread.
 */
final class Stays {
  private static final int FIRST_KEPT = 1024;

  /** Half a year: so long times of a batch add up to a long. */
  private static final long MOST_SUMMED_NANOS = 1L << 54;

  private final MeasuredWindow window;
  private long completed;
  private double occupiedNanos;
  private double waitingNanos;

  /** Visits that never enter, and when they began to wait, or when the measured part did. */
  private long endless;

  private double endlessSinceNanos;

  private long[] intended = new long[FIRST_KEPT];
  private long[] entered = new long[FIRST_KEPT];
  private long[] left = new long[FIRST_KEPT];
  private int kept;

  /** Of the batch that is under way, what was kept. */
  private int keptOfBatch;

  private long keptStayNanos;
  private long keptWaitNanos;

  Stays(MeasuredWindow window) {
    this.window = window;
  }

  /**
   * Adds those stays of a batch that are over now. Visits enter in the order in which they arrive,
   * so that most batches lie in the measured part as a whole: what was not kept of them is over.
   *
   * @param leftNanos after {@code nowNanos} where a stay was kept, or never begins
   * @param nowNanos no arrival that is yet to come is earlier than this
   */
  void add(long[] intendedNanos, long[] enteredNanos, long[] leftNanos, int count, long nowNanos) {
    long start = window.startNanos();
    long end = window.endNanos();
    // Who leaves at the moment at which the measured part begins belongs before it.
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

  /** Sums may overflow on the way: what is subtracted brings them back. */
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

  /** A visit never gets a room: it waits from then until the measured part ends. */
  void neverEnters(long since) {
    endless++;
    endlessSinceNanos += Math.max(since, window.startNanos());
  }

  /** Keeps a stay until it can be told: it ends later than now. */
  void keep(long since, long from, long to, long nowNanos) {
    if (kept == entered.length) {
      tell(nowNanos);
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

  /** Adds those stays that are over by then. */
  private void tell(long nowNanos) {
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

  /** How many visits wait when the measured part ends, which is known now; before the totals. */
  long waitingAtEnd() {
    long waiting = endless;
    for (int i = 0; i < kept; i++) {
      waiting += entered[i] > window.endNanos() ? 1 : 0;
    }
    return waiting;
  }

  /** What lies in the measured part, whose end is known now. */
  Kernel.Totals totals() {
    tell(Long.MAX_VALUE);
    double waiting = endless * (double) window.endNanos() - endlessSinceNanos;
    return new Kernel.Totals(completed, 0, occupiedNanos, waitingNanos + Math.max(waiting, 0));
  }
}
