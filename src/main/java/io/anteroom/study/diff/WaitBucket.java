package io.anteroom.study.diff;

import io.anteroom.measure.Scale;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How many waits of each run lie in a range.
 *
 * @param fromNanos the first bucket holds the shorter ones, too
 * @param toNanos exclusive; the last bucket holds the longer ones, too
 */
public record WaitBucket(long fromNanos, long toNanos, long a, long b) {
  private static final int MOST = 16;
  private static final long LEAST_NANOS = 1_000;

  /** Logarithmic buckets around the waits of both runs; none where one has no waits. */
  static List<WaitBucket> of(Histogram a, Histogram b) {
    if (a.getTotalCount() == 0 || b.getTotalCount() == 0) {
      return List.of();
    }
    long least =
        Math.max(Math.min(a.getValueAtPercentile(1), b.getValueAtPercentile(1)), LEAST_NANOS);
    long most = Math.max(Math.max(a.getMaxValue(), b.getMaxValue()), least);
    long[] edges = Scale.edges(least, most, MOST);
    long[] ofA = counts(a, edges);
    long[] ofB = counts(b, edges);
    List<WaitBucket> buckets = new ArrayList<>();
    for (int i = 0; i < ofA.length; i++) {
      buckets.add(new WaitBucket(edges[i], edges[i + 1], ofA[i], ofB[i]));
    }
    return buckets;
  }

  private static long[] counts(Histogram waits, long[] edges) {
    long[] counts = new long[edges.length - 1];
    waits
        .recordedValues()
        .forEach(
            value -> {
              int bucket = 0;
              while (bucket < counts.length - 1
                  && value.getValueIteratedTo() >= edges[bucket + 1]) {
                bucket++;
              }
              counts[bucket] += value.getCountAtValueIteratedTo();
            });
    return counts;
  }
}
