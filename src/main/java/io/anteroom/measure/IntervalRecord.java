package io.anteroom.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * What was recorded in one interval of a run.
 *
 * @param startNanos since the start of the run
 * @param endNanos since the start of the run
 * @param histograms of the durations that there were and that were kept
 */
public record IntervalRecord(long startNanos, long endNanos, Map<DurationKind, Kept> histograms) {
  /** A histogram that is kept in some form. */
  public sealed interface Kept permits CompressedHistogram, Unchanging {
    /** A new histogram with the same content, which grows with what is added to it. */
    Histogram histogram();

    /** The same, compressed. */
    CompressedHistogram compressed();
  }

  /**
   * @param original must not change any more
   */
  private record Unchanging(Histogram original) implements Kept {
    @Override
    public Histogram histogram() {
      Histogram copy = CompressedHistogram.fitting(original);
      copy.setAutoResize(true);
      return copy;
    }

    @Override
    public CompressedHistogram compressed() {
      return CompressedHistogram.of(original);
    }
  }

  public IntervalRecord {
    histograms = Map.copyOf(histograms);
  }

  /**
   * The histograms as they are now; they may change afterwards. They are kept in HdrHistogram's
   * compressed form: a few hundred bytes instead of a few hundred kilobytes each.
   */
  public static IntervalRecord of(long startNanos, long endNanos, Histograms all) {
    return of(startNanos, endNanos, all, CompressedHistogram::of);
  }

  /** The histograms themselves, which must not change any more: nothing is compressed. */
  public static IntervalRecord ofUnchanging(long startNanos, long endNanos, Histograms all) {
    return of(startNanos, endNanos, all, Unchanging::new);
  }

  private static IntervalRecord of(
      long startNanos, long endNanos, Histograms all, Function<Histogram, Kept> keeper) {
    Map<DurationKind, Kept> kept = new EnumMap<>(DurationKind.class);
    for (DurationKind kind : DurationKind.values()) {
      if (all.of(kind).getTotalCount() > 0) {
        kept.put(kind, keeper.apply(all.of(kind)));
      }
    }
    return new IntervalRecord(startNanos, endNanos, kept);
  }

  /** A new histogram of these durations; empty where there were none, or none were kept. */
  public Histogram histogram(DurationKind kind) {
    return kept(kind).histogram();
  }

  /** These durations as they are kept; empty where there were none, or none were kept. */
  public Kept kept(DurationKind kind) {
    Kept kept = histograms.get(kind);
    return kept == null ? new Unchanging(Histograms.one()) : kept;
  }

  /** The same record as of a run that did not keep these durations. */
  public IntervalRecord without(DurationKind kind) {
    Map<DurationKind, Kept> others = new EnumMap<>(DurationKind.class);
    others.putAll(histograms);
    others.remove(kind);
    return new IntervalRecord(startNanos, endNanos, others);
  }

  /** The same record at another time. */
  public IntervalRecord between(long newStartNanos, long newEndNanos) {
    return new IntervalRecord(newStartNanos, newEndNanos, histograms);
  }
}
