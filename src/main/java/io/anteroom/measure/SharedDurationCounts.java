package io.anteroom.measure;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Counts durations as {@link DurationCounts} does, for any number of threads, without waiting. A
 * duration is one atomic addition, half of what a histogram for many threads takes. To be read when
 * nobody records any more.
 */
public final class SharedDurationCounts {
  /** By doubling; made when the first duration falls into it. */
  private final AtomicReferenceArray<@Nullable AtomicLongArray> halves =
      new AtomicReferenceArray<>(DurationCounts.HALVES);

  /**
   * Counts a duration.
   *
   * @param nanos from 0 to {@link DurationRange#HIGHEST_NANOS}
   */
  public void record(long nanos) {
    int bucket = DurationCounts.bucket(nanos);
    AtomicLongArray half = halves.get(bucket >>> DurationCounts.HALF_BITS);
    if (half == null) {
      half = made(bucket >>> DurationCounts.HALF_BITS);
    }
    long unused = half.getAndIncrement(bucket & (DurationCounts.HALF_SIZE - 1));
  }

  private AtomicLongArray made(int place) {
    AtomicLongArray mine = new AtomicLongArray(DurationCounts.HALF_SIZE);
    AtomicLongArray others = halves.compareAndExchange(place, null, mine);
    return others == null ? mine : others;
  }

  /** Adds all durations to a histogram, each as the shortest one of its bucket. */
  public void addTo(Histogram histogram) {
    // The longest first, so that the histogram grows once.
    for (int place = DurationCounts.HALVES - 1; place >= 0; place--) {
      AtomicLongArray half = halves.get(place);
      for (int rest = half == null ? -1 : DurationCounts.HALF_SIZE - 1; rest >= 0; rest--) {
        long count = half.get(rest);
        if (count > 0) {
          int bucket = (place << DurationCounts.HALF_BITS) + rest;
          histogram.recordValueWithCount(DurationCounts.shortest(bucket), count);
        }
      }
    }
  }
}
