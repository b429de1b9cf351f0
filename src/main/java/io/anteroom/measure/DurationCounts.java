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

  /** How many halves the longest duration needs. */
  private static final int HALVES = (bucket(DurationRange.HIGHEST_NANOS) >>> HALF_BITS) + 1;

  /** Grows with the longest duration: of a short run, most of the whole range is never used. */
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
      int halves = (bucket >>> HALF_BITS) + 2;
      int twice = 2 * (counts.length >>> HALF_BITS);
      counts = Arrays.copyOf(counts, Math.max(halves, Math.min(twice, HALVES)) << HALF_BITS);
    }
  }

  /**
   * Counts a duration that there is room for. In a loop without {@link #reserve} the compiler keeps
   * the array in a register.
   */
  public void recordReserved(long nanos) {
    counts[bucket(nanos)]++;
  }

  /** Counts durations that were counted before. */
  public void add(RecordedDurations durations) {
    if (durations.count() > 0) {
      reserve(durations.longest());
      durations.forEach((nanos, count) -> counts[bucket(nanos)] += count);
    }
  }

  /** What was counted so far. */
  public RecordedDurations recorded() {
    int buckets = 0;
    for (long count : counts) {
      buckets += count > 0 ? 1 : 0;
    }
    long[] nanos = new long[buckets];
    long[] times = new long[buckets];
    int next = 0;
    for (int bucket = 0; next < buckets; bucket++) {
      if (counts[bucket] > 0) {
        nanos[next] = shortest(bucket);
        times[next++] = counts[bucket];
      }
    }
    return new RecordedDurations(nanos, times);
  }

  /** Adds all durations to a histogram, each as the shortest one of its bucket. */
  public void addTo(Histogram histogram) {
    recorded().addTo(histogram);
  }

  /** Forgets all durations. */
  public void clear() {
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
