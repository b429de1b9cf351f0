package io.anteroom.run.simulate;

import io.anteroom.measure.Histograms;
import io.anteroom.scenario.schedule.MeasuredWindow;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * For how long of the measured part of a run the line had which length, where visits get rooms in
 * the order in which they arrive. Mutable; confined to one thread.
 */
final class LineLengths {
  private static final int FIRST_WAITING = 1024;

  /** The histogram counts shorter lengths exactly, so an array can count them instead. */
  private static final int SHORT = 1024;

  private final MeasuredWindow window;

  /** By length, for how long the line had it. */
  private final long[] ofShort = new long[SHORT];

  private final Histogram lengths = Histograms.one();

  /**
   * When those who wait get their rooms, in a ring; {@code first} and {@code waiting} tell whose.
   */
  private long[] entries = new long[FIRST_WAITING];

  private int first;
  private int waiting;
  private long sinceNanos;

  LineLengths(MeasuredWindow window) {
    this.window = window;
  }

  /** Adds visits in the order in which they arrive; the window knows of them already. */
  void add(long[] intendedNanos, long[] enteredNanos, int count) {
    for (int i = 0; i < count; i++) {
      passTo(intendedNanos[i]);
      if (enteredNanos[i] > intendedNanos[i]) {
        if (waiting == entries.length) {
          grow();
        }
        entries[(first + waiting++) & (entries.length - 1)] = enteredNanos[i];
      }
    }
  }

  private void grow() {
    long[] unwound = Arrays.copyOf(entries, 2 * waiting);
    for (int i = 0; i < waiting; i++) {
      unwound[i] = entries[(first + i) & (entries.length - 1)];
    }
    entries = unwound;
    first = 0;
  }

  private void passTo(long nanos) {
    while (waiting > 0 && entries[first] <= nanos) {
      lasts(entries[first]);
      first = (first + 1) & (entries.length - 1);
      waiting--;
    }
    lasts(nanos);
  }

  private void lasts(long untilNanos) {
    long nanos = window.overlapNanos(sinceNanos, untilNanos);
    if (waiting < SHORT) {
      ofShort[waiting] += nanos;
    } else if (nanos > 0) {
      lengths.recordValueWithCount(waiting, nanos);
    }
    sinceNanos = untilNanos;
  }

  /** The lengths up to the end of the measured part; called once, when that is known. */
  Histogram whole() {
    passTo(Math.max(window.endNanos(), sinceNanos));
    for (int length = 0; length < SHORT; length++) {
      if (ofShort[length] > 0) {
        lengths.recordValueWithCount(length, ofShort[length]);
      }
    }
    return lengths;
  }
}
