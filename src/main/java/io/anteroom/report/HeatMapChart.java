package io.anteroom.report;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.measure.Scale;
import io.anteroom.report.facts.RunData.Column;
import io.anteroom.report.facts.RunData.Heat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Waits by when they ended and by their length, in buckets of a logarithmic scale. */
final class HeatMapChart {
  private static final int MOST_COLUMNS = 60;
  private static final int MOST_BUCKETS = 24;
  private static final long LEAST_NANOS = 1_000;
  private static final int FEWEST_COLUMNS = 2;

  private HeatMapChart() {}

  /** Of intervals in order of time, whose waits together are {@code all}; null: too few of them. */
  static @Nullable Heat of(List<IntervalRecord> intervals, Histogram all) {
    if (intervals.size() < FEWEST_COLUMNS || all.getTotalCount() == 0) {
      return null;
    }
    long least = Math.max(all.getValueAtPercentile(1), LEAST_NANOS);
    long[] edges = Scale.edges(least, Math.max(all.getMaxValue(), least), MOST_BUCKETS);
    int together = Math.ceilDiv(intervals.size(), MOST_COLUMNS);
    List<Column> columns = new ArrayList<>();
    for (int from = 0; from < intervals.size(); from += together) {
      int to = Math.min(from + together, intervals.size());
      columns.add(column(intervals.subList(from, to), edges));
    }
    return new Heat(Arrays.stream(edges).boxed().toList(), columns);
  }

  private static Column column(List<IntervalRecord> intervals, long[] edges) {
    long[] counts = new long[edges.length - 1];
    for (IntervalRecord interval : intervals) {
      interval
          .histogram(DurationKind.WAIT)
          .recordedValues()
          .forEach(
              value ->
                  counts[bucket(value.getValueIteratedTo(), edges)] +=
                      value.getCountAtValueIteratedTo());
    }
    IntervalRecord last = intervals.getLast();
    long endMillis = millis(last.startNanos()) + millis(last.endNanos() - last.startNanos());
    return new Column(
        millis(intervals.getFirst().startNanos()) / 1e3,
        endMillis / 1e3,
        Arrays.stream(counts).boxed().toList());
  }

  /** Logs keep starts and lengths to a millisecond, and a stored run must give the same page. */
  static long millis(long nanos) {
    return Math.round(nanos / 1e6);
  }

  /** The shortest waits share the first bucket. */
  private static int bucket(long nanos, long[] edges) {
    int found = Arrays.binarySearch(edges, nanos);
    int bucket = found >= 0 ? found : -found - 2;
    return Math.clamp(bucket, 0, edges.length - 2);
  }
}
