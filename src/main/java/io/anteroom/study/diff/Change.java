package io.anteroom.study.diff;

import org.jspecify.annotations.Nullable;

/**
 * How a metric changed from the first run to the second.
 *
 * @param metric by name, as {@code anteroom metrics} lists them
 * @param a what it was in the first run, in the metric's unit; null: no data
 * @param b in the second run
 * @param relative the change as a share of {@code a}; null where that is 0 or there is no data
 * @param bounds what hold the true change, with a probability of 95% unless the whole says
 *     otherwise; null: none is known
 * @param reason why it was not judged; else empty
 */
public record Change(
    String metric,
    @Nullable Double a,
    @Nullable Double b,
    @Nullable Double relative,
    @Nullable Bounds bounds,
    Contrast contrast,
    String reason) {
  /** The same, not judged for that reason. */
  Change because(String other) {
    return new Change(metric, a, b, relative, bounds, contrast, other);
  }

  /**
   * An interval of a change.
   *
   * @param relative whether it is a share of what the metric was before (of the ratio, less 1), or
   *     a difference in the metric's unit: where the first run's figure may be 0
   */
  public record Bounds(boolean relative, double low, double high) {
    /** What a figure becomes by a change, such as one of these bounds. */
    double from(double before, double change) {
      return relative ? before * (1 + change) : before + change;
    }
  }
}
