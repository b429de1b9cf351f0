package io.anteroom.measure;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
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

  /** So many doublings of the longest duration there is room for before the counts grow again. */
  private static final int MORE_HALVES = 4;

  private static final int AT_FIRST = 1_024;

  /** So many buckets are looked at one by one before the empty ones are passed over. */
  private static final int NEAR = 8;

  /** What buckets without durations hold. */
  private static final long[] NONE = new long[AT_FIRST];

  /** How many halves the longest duration needs. */
  private static final int HALVES = (bucket(DurationRange.HIGHEST_NANOS) >>> HALF_BITS) + 1;

  /**
   * Empty counts of earlier ones, for the next: thousands of short runs would otherwise each ask
   * for half a megabyte, and use little of it.
   */
  private static final BlockingQueue<long[]> SPARE = new ArrayBlockingQueue<>(16);

  /** Grows with the longest duration: of a short run, most of the whole range is never used. */
  private long[] counts = {};

  /** The buckets from there on are empty. */
  private int used;

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
    if (bucket >= used) {
      grow(bucket);
    }
  }

  private void grow(int bucket) {
    int halves = Math.min((bucket >>> HALF_BITS) + 2, HALVES);
    used = halves << HALF_BITS;
    if (counts.length == 0) {
      counts = Objects.requireNonNullElse(SPARE.poll(), counts);
    }
    if (counts.length < used) {
      counts = Arrays.copyOf(counts, Math.min(halves + MORE_HALVES, HALVES) << HALF_BITS);
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

  /** What was counted so far, all of which is forgotten. */
  public RecordedDurations take() {
    RecordedDurations taken = recorded();
    taken.forEach((nanos, count) -> counts[bucket(nanos)] = 0);
    if (counts.length > 0) {
      boolean unused = SPARE.offer(counts);
      counts = new long[0];
      used = 0;
    }
    return taken;
  }

  /** What was counted so far. */
  public RecordedDurations recorded() {
    long[] all = counts;
    long[] nanos = new long[Math.min(AT_FIRST, used)];
    long[] times = new long[nanos.length];
    int size = 0;
    for (int bucket = next(0); bucket < used; bucket = next(bucket + 1)) {
      if (size == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * size);
        times = Arrays.copyOf(times, 2 * size);
      }
      nanos[size] = shortest(bucket);
      times[size++] = all[bucket];
    }
    return new RecordedDurations(Arrays.copyOf(nanos, size), Arrays.copyOf(times, size));
  }

  /**
   * The first bucket from there on that has a count; {@link #used} where none has. Of a short run,
   * one in twenty has: many empty ones are passed over at a time.
   */
  private int next(int from) {
    int bucket = from;
    int near = Math.min(from + NEAR, used);
    while (bucket < near && counts[bucket] == 0) {
      bucket++;
    }
    while (bucket < used && counts[bucket] == 0) {
      int most = Math.min(used - bucket, NONE.length);
      int empty = Arrays.mismatch(counts, bucket, bucket + most, NONE, 0, most);
      bucket += empty < 0 ? most : empty;
    }
    return bucket;
  }

  /** Adds all durations to a histogram, each as the shortest one of its bucket. */
  public void addTo(Histogram histogram) {
    recorded().addTo(histogram);
  }

  /** Forgets all durations. */
  public void clear() {
    Arrays.fill(counts, 0, used, 0);
  }

  /** How many nanoseconds share the bucket of a duration: a power of two. */
  static long width(long nanos) {
    return 1L << coarseness(nanos);
  }

  private static int coarseness(long nanos) {
    return Long.SIZE - HALF_BITS - 1 - Long.numberOfLeadingZeros(nanos | FINEST);
  }

  /** Durations up to {@link #FINEST} have a bucket each; from there on a doubling has a half. */
  private static int bucket(long nanos) {
    int coarseness = coarseness(nanos);
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
