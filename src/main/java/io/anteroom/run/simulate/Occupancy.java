package io.anteroom.run.simulate;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A number of persons over simulated time, integrated exactly. Mutable; confined to one thread. */
final class Occupancy {
  private long count;
  private long largest;
  private long sinceNanos;
  private double personNanos;
  private @Nullable Histogram lengths;

  /** Keeps from now on for how long there were how many; null: no more. */
  void keep(@Nullable Histogram lengthsByNanos) {
    lengths = lengthsByNanos;
  }

  /** So many persons more, or fewer, from now on. */
  void changes(int more, long nowNanos) {
    advance(nowNanos);
    count += more;
    largest = Math.max(largest, count);
  }

  /** Lets time pass; an earlier time changes nothing. */
  void advance(long nowNanos) {
    if (nowNanos > sinceNanos) {
      personNanos += (double) count * (nowNanos - sinceNanos);
      if (lengths != null) {
        lengths.recordValueWithCount(count, nowNanos - sinceNanos);
      }
      sinceNanos = nowNanos;
    }
  }

  /** Persons at this moment. */
  long count() {
    return count;
  }

  /** The most persons at any moment. */
  long largest() {
    return largest;
  }

  /** The time that all of them have spent, added up, in nanoseconds. */
  double personNanos() {
    return personNanos;
  }
}
