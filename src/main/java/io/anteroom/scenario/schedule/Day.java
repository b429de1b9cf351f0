package io.anteroom.scenario.schedule;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.DurationList;
import java.time.Duration;
import java.util.Arrays;

/**
 * The arrivals of a trace in one run: those that are listed, or another day that is put together of
 * blocks of them that begin anywhere (a block bootstrap). Immutable.
 */
final class Day {
  /** In nanoseconds since the start of the run, ascending. */
  private final long[] times;

  /** Of the same persons; all 0 where the trace lists none. */
  private final long[] holds;

  private Day(long[] times, long[] holds) {
    this.times = times;
    this.holds = holds;
  }

  /** That of a trace, with the draws of a seed. */
  static Day of(Arrivals.Trace trace, Draws draws) {
    Duration block = trace.block();
    Day day = listed(trace, spread(trace, draws.another()));
    return block == null
        ? day
        : day.resampled(
            Math.max(divided(block.toNanos(), trace.speed()), 1),
            draws.another().at(Purpose.ARRIVAL, 0, 0));
  }

  /** The times of the trace; those that a coarse clock made equal lie anywhere within its step. */
  private static long[] spread(Arrivals.Trace trace, Draws draws) {
    long step = trace.spreadNanos();
    long[] times = new long[trace.times().size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = trace.times().nanos(i);
      if (step > 0) {
        double share = draws.at(Purpose.STAMP, i, 0).nextPositiveUnit();
        times[i] += Math.min((long) (share * step), step - 1);
      }
    }
    // No time leaves its step: each person stays in the step that the trace gives it.
    Arrays.sort(times);
    return times;
  }

  private static Day listed(Arrivals.Trace trace, long[] times) {
    int size = times.length;
    long[] holds = new long[size];
    DurationList listed = trace.holds();
    for (int i = 0; i < size; i++) {
      times[i] = divided(times[i], trace.speed());
      holds[i] = listed == null ? 0 : listed.nanos(i);
    }
    return new Day(times, holds);
  }

  private static long divided(long nanos, double speed) {
    return speed == 1 ? nanos : (long) (nanos / speed);
  }

  /**
   * Another day of the same length. The listed one is a circle for it, so that each moment is drawn
   * as often as any other (D. N. Politis and J. P. Romano, A Circular Block-Resampling Procedure
   * for Stationary Data, 1992).
   */
  private Day resampled(long block, Draws draws) {
    long length = times[times.length - 1] + times[times.length - 1] / Math.max(times.length - 1, 1);
    long circle = Math.max(length, 1);
    long[] newTimes = new long[times.length];
    long[] newHolds = new long[times.length];
    int size = 0;
    for (long begin = 0; begin < circle; begin += block) {
      long from = Math.min((long) (draws.nextPositiveUnit() * circle), circle - 1);
      long end = Math.min(block, circle - begin);
      int next = first(from);
      for (long turn = 0; ; next++) {
        if (next == times.length) {
          next = 0;
          turn += circle;
        }
        long since = turn + times[next] - from;
        if (since >= end) {
          break;
        }
        if (size == newTimes.length) {
          newTimes = Arrays.copyOf(newTimes, 2 * size);
          newHolds = Arrays.copyOf(newHolds, 2 * size);
        }
        newTimes[size] = begin + since;
        newHolds[size++] = holds[next];
      }
    }
    return new Day(Arrays.copyOf(newTimes, size), Arrays.copyOf(newHolds, size));
  }

  /** The first arrival that is not before that time. */
  private int first(long nanos) {
    int least = 0;
    int most = times.length;
    while (least < most) {
      int middle = (least + most) >>> 1;
      if (times[middle] < nanos) {
        least = middle + 1;
      } else {
        most = middle;
      }
    }
    return least;
  }

  /** The hold of a person; 0 for one that the day does not have. */
  long hold(long person) {
    return person >= holds.length ? 0 : holds[(int) person];
  }

  /** The times from the first. */
  ArrivalTimes arrivals() {
    return new ArrivalTimes() {
      private int next;

      @Override
      public long nextNanos() {
        return next < times.length ? times[next++] : NONE;
      }
    };
  }
}
