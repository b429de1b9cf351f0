package io.anteroom.measure;

import org.HdrHistogram.Histogram;

/**
 * What was recorded in one interval of a run. The histograms are kept in HdrHistogram's compressed
 * form: a few hundred bytes instead of a few hundred kilobytes each.
 *
 * @param startNanos since the start of the run
 * @param endNanos since the start of the run
 * @param uncorrectedWaits none where they were not kept
 * @param latenesses none where they were not kept
 * @param canary none where it was not kept
 */
public record IntervalRecord(
    long startNanos,
    long endNanos,
    CompressedHistogram waits,
    CompressedHistogram uncorrectedWaits,
    CompressedHistogram holds,
    CompressedHistogram responses,
    CompressedHistogram abandonedWaits,
    CompressedHistogram latenesses,
    CompressedHistogram canary) {
  private static final CompressedHistogram NONE = CompressedHistogram.of(Histograms.one());

  /** The histograms as they are now; they may change afterwards. */
  public static IntervalRecord of(long startNanos, long endNanos, Histograms histograms) {
    return new IntervalRecord(
        startNanos,
        endNanos,
        compressed(histograms.wait),
        compressed(histograms.uncorrectedWait),
        compressed(histograms.hold),
        compressed(histograms.response),
        compressed(histograms.abandonedWait),
        compressed(histograms.lateness),
        compressed(histograms.canary));
  }

  /** The histogram of these durations. */
  public CompressedHistogram of(DurationKind kind) {
    return switch (kind) {
      case WAIT -> waits;
      case UNCORRECTED_WAIT -> uncorrectedWaits;
      case HOLD -> holds;
      case RESPONSE -> responses;
      case ABANDONED_WAIT -> abandonedWaits;
      case LATENESS -> latenesses;
      case CANARY -> canary;
    };
  }

  /** Compressing nothing takes as long as compressing something. */
  private static CompressedHistogram compressed(Histogram histogram) {
    return histogram.getTotalCount() == 0 ? NONE : CompressedHistogram.of(histogram);
  }

  /** The same record as of a run that did not keep the uncorrected waits. */
  public IntervalRecord withoutUncorrectedWaits() {
    return new IntervalRecord(
        startNanos, endNanos, waits, NONE, holds, responses, abandonedWaits, latenesses, canary);
  }

  /** The same record as of a run that did not keep how late visits began. */
  public IntervalRecord withoutLatenesses() {
    return new IntervalRecord(
        startNanos,
        endNanos,
        waits,
        uncorrectedWaits,
        holds,
        responses,
        abandonedWaits,
        NONE,
        canary);
  }

  /** The same record as of a run that did not keep the canary's lateness. */
  public IntervalRecord withoutCanary() {
    return new IntervalRecord(
        startNanos,
        endNanos,
        waits,
        uncorrectedWaits,
        holds,
        responses,
        abandonedWaits,
        latenesses,
        NONE);
  }

  /** The same record at another time. */
  public IntervalRecord between(long newStartNanos, long newEndNanos) {
    return new IntervalRecord(
        newStartNanos,
        newEndNanos,
        waits,
        uncorrectedWaits,
        holds,
        responses,
        abandonedWaits,
        latenesses,
        canary);
  }
}
