package io.anteroom.run.simulate;

import io.anteroom.measure.DurationCounts;
import io.anteroom.measure.DurationRange;
import io.anteroom.measure.RecordedDurations;
import io.anteroom.result.RunResult.Interval;
import io.anteroom.scenario.Nanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A run over simulated time, in at most 200 intervals: they begin with a second each and become
 * twice as long whenever there would be more. A visit belongs, with its wait, to the interval in
 * which it left its room, and one that leaves on the border to the earlier. Mutable; confined to
 * one thread.
 */
final class TimeSeries {
  private static final int MOST_INTERVALS = 200;
  private static final long FIRST_LENGTH = 1_000_000_000;
  private static final int FIRST_LATER = 64;
  private static final RecordedDurations NONE = new DurationCounts().recorded();

  private long lengthNanos = FIRST_LENGTH;
  private final double[] waitingNanos = new double[MOST_INTERVALS];
  private final double[] occupiedNanos = new double[MOST_INTERVALS];
  private final long[] completed = new long[MOST_INTERVALS];
  private final List<RecordedDurations> waits = new ArrayList<>();
  private final DurationCounts current = new DurationCounts();

  /** When the current interval begins and ends. */
  private long startNanos;

  private long endNanos = FIRST_LENGTH;
  private long lastNanos;

  /** The visits that leave their rooms in a later interval than the current one. */
  private long[] laterLeftNanos = new long[FIRST_LATER];

  private long[] laterWaitNanos = new long[FIRST_LATER];
  private int later;

  /**
   * Adds a visit that begins, enters and leaves within the current interval, as most do in a long
   * run: the same as telling of its wait, its stay and its leaving.
   *
   * @return whether it was such a visit; if not, nothing was added
   */
  boolean addIfWithin(long intendedNanos, long enteredNanos, long leftNanos) {
    if (intendedNanos < startNanos || leftNanos <= startNanos || leftNanos >= endNanos) {
      return false;
    }
    int interval = waits.size();
    long wait = enteredNanos - intendedNanos;
    waitingNanos[interval] += wait;
    occupiedNanos[interval] += leftNanos - enteredNanos;
    completed[interval]++;
    current.record(Math.min(wait, DurationRange.HIGHEST_NANOS));
    lastNanos = Math.max(lastNanos, leftNanos);
    return true;
  }

  /** A visit waited from then to then, which is now. */
  void waited(long fromNanos, long toNanos) {
    advance(toNanos);
    spread(waitingNanos, fromNanos, toNanos);
  }

  /** A room is occupied from then, which is now, to then, when the run is stopped. */
  void occupied(long fromNanos, long toNanos) {
    lasts(toNanos);
    spread(occupiedNanos, fromNanos, toNanos);
  }

  /** A visit that has waited for so long leaves its room then, which is not before now. */
  void leaves(long waitNanos, long leftNanos) {
    long wait = Math.min(waitNanos, DurationRange.HIGHEST_NANOS);
    lasts(leftNanos);
    if (indexBefore(leftNanos) == waits.size()) {
      record(wait);
    } else {
      if (later == laterLeftNanos.length) {
        laterLeftNanos = Arrays.copyOf(laterLeftNanos, 2 * later);
        laterWaitNanos = Arrays.copyOf(laterWaitNanos, 2 * later);
      }
      laterLeftNanos[later] = leftNanos;
      laterWaitNanos[later++] = wait;
    }
  }

  private void record(long waitNanos) {
    completed[waits.size()]++;
    current.record(waitNanos);
  }

  /** Records the visits that leave in the current interval. */
  private void recordLater() {
    int still = 0;
    for (int i = 0; i < later; i++) {
      if (indexBefore(laterLeftNanos[i]) == waits.size()) {
        record(laterWaitNanos[i]);
      } else {
        laterLeftNanos[still] = laterLeftNanos[i];
        laterWaitNanos[still++] = laterWaitNanos[i];
      }
    }
    later = still;
  }

  private int index(long nanos) {
    return (int) (nanos / lengthNanos);
  }

  private int indexBefore(long nanos) {
    return index(Math.max(nanos - 1, 0));
  }

  private void lasts(long nanos) {
    lastNanos = Math.max(lastNanos, nanos);
    while (nanos / lengthNanos >= MOST_INTERVALS) {
      mergeNeighbours();
    }
  }

  /** Nothing more belongs to the intervals before now; the current one is the one after them. */
  private void advance(long nowNanos) {
    lasts(nowNanos);
    while (waits.size() < indexBefore(nowNanos)) {
      waits.add(current.recorded());
      current.clear();
      recordLater();
    }
    beginInterval();
  }

  private void beginInterval() {
    startNanos = waits.size() * lengthNanos;
    endNanos = startNanos + lengthNanos;
  }

  private void spread(double[] personNanos, long fromNanos, long toNanos) {
    int first = index(fromNanos);
    int last = index(toNanos);
    if (first == last) {
      personNanos[first] += toNanos - fromNanos;
      return;
    }
    personNanos[first] += (first + 1) * lengthNanos - fromNanos;
    for (int between = first + 1; between < last; between++) {
      personNanos[between] += lengthNanos;
    }
    personNanos[last] += toNanos - last * lengthNanos;
  }

  private void mergeNeighbours() {
    for (int interval = 0; interval < MOST_INTERVALS; interval++) {
      boolean kept = interval < MOST_INTERVALS / 2;
      waitingNanos[interval] = kept ? pair(waitingNanos, interval) : 0;
      occupiedNanos[interval] = kept ? pair(occupiedNanos, interval) : 0;
      completed[interval] = kept ? completed[2 * interval] + completed[2 * interval + 1] : 0;
    }
    List<RecordedDurations> merged = new ArrayList<>();
    for (int interval = 0; interval + 1 < waits.size(); interval += 2) {
      merged.add(waits.get(interval).plus(waits.get(interval + 1)));
    }
    if (waits.size() % 2 == 1) {
      current.add(waits.getLast());
    }
    waits.clear();
    waits.addAll(merged);
    lengthNanos *= 2;
    beginInterval();
    recordLater();
  }

  private static double pair(double[] values, int interval) {
    return values[2 * interval] + values[2 * interval + 1];
  }

  /**
   * The intervals up to the end of the run.
   *
   * @param leastNanos how long it lasted at least, though nothing happened any more
   */
  List<Interval> intervals(long leastNanos) {
    advance(Math.max(lastNanos, leastNanos));
    List<Interval> intervals = new ArrayList<>();
    int last = indexBefore(lastNanos);
    for (int interval = 0; interval <= last; interval++) {
      long start = interval * lengthNanos;
      long end = Math.min(Nanos.sum(start, lengthNanos), lastNanos);
      intervals.add(interval(interval, start, Math.max(end, start + 1)));
    }
    return intervals;
  }

  private Interval interval(int interval, long start, long end) {
    RecordedDurations recorded =
        interval < waits.size()
            ? waits.get(interval)
            : interval == waits.size() ? current.recorded() : NONE;
    return new Interval(
        start / 1e9,
        end / 1e9,
        waitingNanos[interval] / (end - start),
        occupiedNanos[interval] / (end - start),
        completed[interval],
        recorded.percentile(50),
        recorded.percentile(99),
        recorded.longest());
  }
}
