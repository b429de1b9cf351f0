package io.anteroom.measure;

/**
 * What was recorded in one interval of a run. The histograms are kept in HdrHistogram's compressed
 * form: a few hundred bytes instead of a few hundred kilobytes each.
 *
 * @param startNanos since the start of the run
 * @param endNanos since the start of the run
 */
public record IntervalRecord(
    long startNanos,
    long endNanos,
    CompressedHistogram waits,
    CompressedHistogram holds,
    CompressedHistogram responses,
    CompressedHistogram abandonedWaits) {

  /** The histograms as they are now; they may change afterwards. */
  public static IntervalRecord of(long startNanos, long endNanos, Histograms histograms) {
    return new IntervalRecord(
        startNanos,
        endNanos,
        CompressedHistogram.of(histograms.wait),
        CompressedHistogram.of(histograms.hold),
        CompressedHistogram.of(histograms.response),
        CompressedHistogram.of(histograms.abandonedWait));
  }
}
