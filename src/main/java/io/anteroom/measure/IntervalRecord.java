package io.anteroom.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * What was recorded in one interval of a run.
 *
 * @param startNanos since the start of the run
 * @param endNanos since the start of the run
 * @param histograms of the durations that there were and that were kept; each gives a new one
 */
public record IntervalRecord(
    long startNanos, long endNanos, Map<DurationKind, Supplier<Histogram>> histograms) {
  public IntervalRecord {
    histograms = Map.copyOf(histograms);
  }

  /**
   * The histograms as they are now; they may change afterwards. They are kept in HdrHistogram's
   * compressed form: a few hundred bytes instead of a few hundred kilobytes each.
   */
  public static IntervalRecord of(long startNanos, long endNanos, Histograms all) {
    return of(startNanos, endNanos, all, one -> CompressedHistogram.of(one)::histogram);
  }

  /** The histograms themselves, which must not change any more: nothing is compressed. */
  public static IntervalRecord ofUnchanging(long startNanos, long endNanos, Histograms all) {
    return of(startNanos, endNanos, all, one -> () -> growing(one));
  }

  private static Histogram growing(Histogram histogram) {
    Histogram copy = CompressedHistogram.fitting(histogram);
    copy.setAutoResize(true);
    return copy;
  }

  private static IntervalRecord of(
      long startNanos,
      long endNanos,
      Histograms all,
      Function<Histogram, Supplier<Histogram>> keeper) {
    Map<DurationKind, Supplier<Histogram>> kept = new EnumMap<>(DurationKind.class);
    for (DurationKind kind : DurationKind.values()) {
      if (all.of(kind).getTotalCount() > 0) {
        kept.put(kind, keeper.apply(all.of(kind)));
      }
    }
    return new IntervalRecord(startNanos, endNanos, kept);
  }

  /** A new histogram of these durations; empty where there were none, or none were kept. */
  public Histogram histogram(DurationKind kind) {
    return histograms.getOrDefault(kind, () -> growing(Histograms.one())).get();
  }

  /** The same record as of a run that did not keep these durations. */
  public IntervalRecord without(DurationKind kind) {
    Map<DurationKind, Supplier<Histogram>> others = new EnumMap<>(DurationKind.class);
    others.putAll(histograms);
    others.remove(kind);
    return new IntervalRecord(startNanos, endNanos, others);
  }

  /** The same record at another time. */
  public IntervalRecord between(long newStartNanos, long newEndNanos) {
    return new IntervalRecord(newStartNanos, newEndNanos, histograms);
  }
}
