package io.anteroom.study.fit.reader;

import java.util.Arrays;

/**
 * Requests in the order of their starts: when each began, in nanoseconds since the first one, and
 * how long it took. Immutable; at most {@value #MOST}.
 */
public final class Requests {
  /**
   * No more are kept: more would need more memory than a small machine has with all that is made of
   * them.
   */
  public static final int MOST = 10_000_000;

  private static final int INDEX_BITS = 24;
  private static final int KEY_BITS = 63 - INDEX_BITS;

  /** No key is negative. */
  private static final long DONE = -1;

  private final long originNanos;
  private final long[] starts;
  private final long[] durations;

  private Requests(long originNanos, long[] starts, long[] durations) {
    this.originNanos = originNanos;
    this.starts = starts;
    this.durations = durations;
  }

  /**
   * Sorts requests by their starts; those of one start keep their order.
   *
   * @param starts in nanoseconds; becomes the requests' own
   * @param durations in nanoseconds, none negative; becomes the requests' own
   */
  public static Requests of(long[] starts, long[] durations) {
    if (starts.length == 0 || starts.length != durations.length || starts.length > MOST) {
      throw new IllegalArgumentException("from 1 to " + MOST + " starts, each with a duration");
    }
    long least = Arrays.stream(starts).min().orElseThrow();
    for (int i = 0; i < starts.length; i++) {
      starts[i] -= least;
    }
    if (!isSorted(starts)) {
      permute(starts, durations, sortedKeys(starts));
      mendTies(starts, durations);
    }
    return new Requests(least, starts, durations);
  }

  private static boolean isSorted(long[] numbers) {
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] < numbers[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Start and index as one number, ascending; starts may be cut to fit into it. */
  private static long[] sortedKeys(long[] starts) {
    long most = Arrays.stream(starts).max().orElseThrow();
    int shift = Math.max(64 - Long.numberOfLeadingZeros(most) - KEY_BITS, 0);
    long[] keys = new long[starts.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = starts[i] >> shift << INDEX_BITS | i;
    }
    Arrays.sort(keys);
    return keys;
  }

  /**
   * Brings requests into the order of their keys, along the cycles of the permutation: ten million
   * of them leave no room for a copy.
   */
  private static void permute(long[] starts, long[] durations, long[] keys) {
    for (int first = 0; first < keys.length; first++) {
      long start = starts[first];
      long duration = durations[first];
      int at = first;
      while (keys[at] != DONE) {
        int from = (int) (keys[at] & ((1 << INDEX_BITS) - 1));
        keys[at] = DONE;
        starts[at] = from == first ? start : starts[from];
        durations[at] = from == first ? duration : durations[from];
        at = from;
      }
    }
  }

  /** Starts that were equal once they were cut are close together: an insertion sort is fast. */
  private static void mendTies(long[] starts, long[] durations) {
    for (int i = 1; i < starts.length; i++) {
      long start = starts[i];
      long duration = durations[i];
      int at = i;
      for (; at > 0 && starts[at - 1] > start; at--) {
        starts[at] = starts[at - 1];
        durations[at] = durations[at - 1];
      }
      starts[at] = start;
      durations[at] = duration;
    }
  }

  /** How many there are; at least 1. */
  public int size() {
    return starts.length;
  }

  /** When the first one began, in nanoseconds since 1970 where the files say so. */
  public long originNanos() {
    return originNanos;
  }

  /** When a request began, in nanoseconds since the first one. */
  public long start(int index) {
    return starts[index];
  }

  /** How long a request took, in nanoseconds. */
  public long duration(int index) {
    return durations[index];
  }

  /** When a request ended, in nanoseconds since the first one began. */
  public long end(int index) {
    return starts[index] + durations[index];
  }

  /** From the first start to the last one, in nanoseconds. */
  public long spanNanos() {
    return starts[starts.length - 1];
  }

  /** The same starts with other durations. */
  public Requests withDurations(long[] others) {
    return new Requests(originNanos, starts, others);
  }

  /** The durations in order of the starts; a copy. */
  public long[] durations() {
    return durations.clone();
  }
}
