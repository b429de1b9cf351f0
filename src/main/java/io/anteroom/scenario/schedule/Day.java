package io.anteroom.scenario.schedule;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.DurationList;
import java.time.Duration;
import java.util.Arrays;

/**
 * The arrivals of a trace in one run: those that are listed, or another day that is put together of
 * blocks of them, each drawn with the same probability (H. R. Künsch, The Jackknife and the
 * Bootstrap for General Stationary Observations, 1989). Immutable.
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
    Day day = listed(trace);
    return block == null
        ? day
        : day.resampled(
            Math.max(divided(block.toNanos(), trace.speed()), 1),
            draws.another().at(Purpose.ARRIVAL, 0, 0));
  }

  private static Day listed(Arrivals.Trace trace) {
    int size = trace.times().size();
    long[] times = new long[size];
    long[] holds = new long[size];
    DurationList listed = trace.holds();
    for (int i = 0; i < size; i++) {
      times[i] = divided(trace.times().nanos(i), trace.speed());
      holds[i] = listed == null ? 0 : listed.nanos(i);
    }
    return new Day(times, holds);
  }

  private static long divided(long nanos, double speed) {
    return speed == 1 ? nanos : (long) (nanos / speed);
  }

  private Day resampled(long block, Draws draws) {
    int blocks = (int) Math.min(times[times.length - 1] / block + 1, Integer.MAX_VALUE);
    long[] newTimes = new long[times.length];
    long[] newHolds = new long[times.length];
    int size = 0;
    for (int number = 0; number < blocks; number++) {
      long from = draws.nextBelow(blocks) * block;
      for (int i = first(from); i < times.length && times[i] < from + block; i++) {
        if (size == newTimes.length) {
          newTimes = Arrays.copyOf(newTimes, 2 * size);
          newHolds = Arrays.copyOf(newHolds, 2 * size);
        }
        newTimes[size] = number * block + times[i] - from;
        newHolds[size++] = holds[i];
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

  /** How many arrivals there are. */
  int size() {
    return times.length;
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
