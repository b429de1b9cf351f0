package io.anteroom.report;

import io.anteroom.measure.Quantiles;
import io.anteroom.measure.Scale;
import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Bar;
import io.anteroom.report.facts.Block.Bars;
import io.anteroom.result.FigureText;
import io.anteroom.scenario.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * The distribution of the wait, drawn: a bar for each of some ten logarithmic buckets. The shortest
 * one in a hundred waits share the first bucket, so that a few lucky persons do not flatten the
 * rest; the longest keep theirs.
 */
final class WaitDrawing {
  /** Fewer have no shape. */
  private static final int FEWEST_WAITS = 10;

  private static final int MOST_ROWS = 10;
  private static final int LABEL_WIDTH = 14;
  private static final int BAR_WIDTH = 32;
  private static final long LEAST_NANOS = 1_000;

  /** From here on figures are in minutes, hours and days, in which edges are not round. */
  private static final long LONG_NANOS = 1_000_000_000_000L;

  private static final List<Integer> MARKED = List.of(50, 90, 99);

  private final Histogram waits;
  private final long[] edges;
  private final long[] counts;

  private WaitDrawing(Histogram waits) {
    this.waits = waits;
    long least = Math.max(waits.getValueAtPercentile(1), LEAST_NANOS);
    long most = Math.max(waits.getMaxValue(), least);
    this.edges = Scale.edges(least, most, MOST_ROWS);
    this.counts = new long[edges.length - 1];
    waits
        .recordedValues()
        .forEach(
            value ->
                counts[bucket(value.getValueIteratedTo())] += value.getCountAtValueIteratedTo());
  }

  /** Nothing where there are too few. */
  static List<Block> of(Histogram waits) {
    return waits.getTotalCount() >= FEWEST_WAITS
        ? List.of(new WaitDrawing(waits).bars())
        : List.of();
  }

  private int bucket(long nanos) {
    int bucket = 0;
    while (bucket < counts.length - 1 && nanos >= edges[bucket + 1]) {
      bucket++;
    }
    return bucket;
  }

  private Bars bars() {
    long longest = Arrays.stream(counts).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (int row = 0; row < counts.length; row++) {
      String figures =
          Page.padded(FigureText.count(counts[row]), 12) + Page.padded(percent(row), 8);
      double share = (double) counts[row] / longest;
      bars.add(
          new Bar(Page.padded(label(row), LABEL_WIDTH), share, Double.NaN, figures, marks(row)));
    }
    String heading = "wait of " + FigureText.count(waits.getTotalCount(), "visit");
    return new Bars(heading, BAR_WIDTH, Double.NaN, bars);
  }

  private String label(int row) {
    String upper = text(edges[row + 1]);
    if (row == 0 && waits.getMinValue() < edges[0]) {
      return "under " + upper;
    }
    return range(edges[row], edges[row + 1]);
  }

  /** A range of durations; the unit is said once where it is the same. */
  static String range(long fromNanos, long toNanos) {
    String lower = text(fromNanos);
    String upper = text(toNanos);
    String unit = upper.replaceAll("[0-9.]", "");
    boolean sameUnit = lower.replaceAll("[0-9.]", "").equals(unit);
    return (sameUnit ? lower.replace(unit, "") : lower) + " – " + upper;
  }

  private static String text(long nanos) {
    return nanos < LONG_NANOS
        ? DurationText.format(Duration.ofNanos(nanos)).replace("us", "µs")
        : FigureText.duration(nanos);
  }

  private String percent(int row) {
    return percent((double) counts[row] / waits.getTotalCount());
  }

  /** A share in percent; nothing where it is 0. */
  static String percent(double share) {
    double percent = 100.0 * share;
    if (share == 0) {
      return "";
    }
    return percent < 0.05 ? "<0.1%" : String.format(Locale.ROOT, "%.1f%%", percent);
  }

  /** The percentiles that lie in a row: all of them, or the first and the last. */
  private String marks(int row) {
    List<String> marks =
        MARKED.stream()
            .filter(percentile -> Quantiles.known(waits.getTotalCount(), percentile))
            .filter(percentile -> bucket(waits.getValueAtPercentile(percentile)) == row)
            .map(percentile -> "p" + percentile)
            .toList();
    return marks.size() <= 2
        ? String.join(" ", marks)
        : Stream.of(marks.getFirst(), marks.getLast()).collect(Collectors.joining("–"));
  }
}
