package io.anteroom.theory;

import io.anteroom.scenario.Distribution;

/** What is known of holds by their distribution alone, in nanoseconds. */
public final class HoldFigures {
  private HoldFigures() {}

  /** The standard deviation; infinite where there is none. */
  public static double stddevNanos(Distribution hold) {
    DurationMoments moments = DurationMoments.of(hold);
    return Math.sqrt(moments.squaredVariation()) * moments.mean();
  }

  /**
   * The time that so many percent of the holds do not exceed.
   *
   * @param percentile greater than 0, less than 100
   * @throws IllegalArgumentException if it is not
   */
  public static double quantileNanos(Distribution hold, double percentile) {
    return HoldTail.of(hold).quantile(percentile);
  }
}
