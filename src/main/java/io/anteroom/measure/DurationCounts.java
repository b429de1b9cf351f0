package io.anteroom.measure;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * Counts durations in the buckets of the histograms of {@link Histograms}, to be added to one of
 * them in the end: the outcome is the same, and a duration costs less than half. Mutable; confined
 * to one thread.
 */
public final class DurationCounts {
  /** A bucket is at most a 1,024th part as wide as its durations are long: three digits. */
  private static final int HALF_BITS = 10;

  private static final long FINEST = (2L << HALF_BITS) - 1;

  /** Grows to the longest duration: of a short run, most of the whole range is never used. */
  private long[] counts = {};

  /**
   * Counts a duration.
   *
   * @param nanos from 0 to {@link DurationRange#HIGHEST_NANOS}
   */
  public void record(long nanos) {
    reserve(nanos);
    recordReserved(nanos);
  }

  /** Makes room for durations up to that one, for {@link #recordReserved}. */
  public void reserve(long nanos) {
    int bucket = bucket(nanos);
    if (bucket >= counts.length) {
      int doublings = (bucket >>> HALF_BITS) + 1;
      counts = Arrays.copyOf(counts, (doublings + 1) << HALF_BITS);
    }
  }

  /**
   * Counts a duration that there is room for. In a loop without {@link #reserve} the compiler keeps
   * the array in a register.
   */
  public void recordReserved(long nanos) {
    counts[bucket(nanos)]++;
  }

  /** Adds all durations to a histogram, each as the shortest one of its bucket. */
  public void addTo(Histogram histogram) {
    // The longest first, so that the histogram grows once.
    for (int bucket = counts.length - 1; bucket >= 0; bucket--) {
      if (counts[bucket] > 0) {
        histogram.recordValueWithCount(shortest(bucket), counts[bucket]);
      }
    }
  }

  /** Forgets all durations. */
  void clear() {
    Arrays.fill(counts, 0);
  }

  /** Durations up to {@link #FINEST} have a bucket each; from there on a doubling has a half. */
  private static int bucket(long nanos) {
    int coarseness = Long.SIZE - HALF_BITS - 1 - Long.numberOfLeadingZeros(nanos | FINEST);
    return (coarseness << HALF_BITS) + (int) (nanos >>> coarseness);
  }

  private static long shortest(int bucket) {
    if (bucket <= FINEST) {
      return bucket;
    }
    int coarseness = (bucket >>> HALF_BITS) - 1;
    return ((long) bucket - (coarseness << HALF_BITS)) << coarseness;
  }
}
