package io.anteroom.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The edges of logarithmic buckets: round figures of nanoseconds, ascending; the finest steps that
 * need no more buckets than allowed.
 */
public final class Scale {
  /** Steps within a thousand, from fine to coarse. */
  private static final List<long[]> STEPS =
      List.of(
          new long[] {100, 120, 150, 200, 250, 300, 400, 500, 600, 800},
          new long[] {100, 150, 200, 300, 500, 700},
          new long[] {100, 200, 500},
          new long[] {100, 300});

  private Scale() {}

  /**
   * The edges around a range.
   *
   * @param leastNanos at least 100
   * @param mostNanos at most {@link DurationRange#HIGHEST_NANOS}; the last edge is above it
   */
  public static long[] edges(long leastNanos, long mostNanos, int mostBuckets) {
    for (long[] steps : STEPS) {
      long[] edges = edges(leastNanos, mostNanos, steps);
      if (edges.length <= mostBuckets + 1) {
        return edges;
      }
    }
    long[] wide = edges(leastNanos, mostNanos, new long[] {100});
    return wide.length <= mostBuckets + 1 ? wide : everySecond(wide);
  }

  private static long[] edges(long leastNanos, long mostNanos, long[] steps) {
    List<Long> edges = new ArrayList<>();
    long last = 0;
    for (long decade = 1; last <= mostNanos; decade *= 10) {
      for (int i = 0; i < steps.length && last <= mostNanos; i++) {
        last = decade > Long.MAX_VALUE / steps[i] ? Long.MAX_VALUE : steps[i] * decade;
        if (last <= leastNanos) {
          edges.clear();
        }
        edges.add(last);
      }
    }
    return edges.stream().mapToLong(Long::longValue).toArray();
  }

  /** Keeps the first and the last edge. */
  private static long[] everySecond(long[] edges) {
    LongStream kept =
        LongStream.range(0, edges.length)
            .filter(i -> i % 2 == 0 || i == edges.length - 1)
            .map(i -> edges[(int) i]);
    return kept.toArray();
  }
}
