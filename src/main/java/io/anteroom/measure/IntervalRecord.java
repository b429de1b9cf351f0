package io.anteroom.measure;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What was recorded in one interval of a run. The histograms are kept in HdrHistogram's compressed
 * form: a few hundred bytes instead of a few hundred kilobytes each.
 *
 * @param startNanos since the start of the run
 * @param endNanos since the start of the run
 * @param histograms of the durations that there were and that were kept
 */
public record IntervalRecord(
    long startNanos, long endNanos, Map<DurationKind, CompressedHistogram> histograms) {
  private static final CompressedHistogram NONE = CompressedHistogram.of(Histograms.one());

  public IntervalRecord {
    histograms = Map.copyOf(histograms);
  }

  /** The histograms as they are now; they may change afterwards. */
  public static IntervalRecord of(long startNanos, long endNanos, Histograms all) {
    Map<DurationKind, CompressedHistogram> compressed = new EnumMap<>(DurationKind.class);
    for (DurationKind kind : DurationKind.values()) {
      if (all.of(kind).getTotalCount() > 0) {
        compressed.put(kind, CompressedHistogram.of(all.of(kind)));
      }
    }
    return new IntervalRecord(startNanos, endNanos, compressed);
  }

  /** A new histogram of these durations; empty where there were none, or none were kept. */
  public Histogram histogram(DurationKind kind) {
    return histograms.getOrDefault(kind, NONE).histogram();
  }

  /** The same record as of a run that did not keep these durations. */
  public IntervalRecord without(DurationKind kind) {
    Map<DurationKind, CompressedHistogram> others = new EnumMap<>(DurationKind.class);
    others.putAll(histograms);
    others.remove(kind);
    return new IntervalRecord(startNanos, endNanos, others);
  }

  /** The same record at another time. */
  public IntervalRecord between(long newStartNanos, long newEndNanos) {
    return new IntervalRecord(newStartNanos, newEndNanos, histograms);
  }
}
