package io.anteroom.study.compare;

import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.compare.Paired.Scale;

/**
 * What an interval says of a difference between two arms.
 *
 * <p>An interval that leaves out "no difference" shows one. One that does not may still hide one:
 * where there are fewer than {@link #LEAST_PAIRS} pairs, or the interval holds a factor of {@link
 * #MATTERS} or more either way, there are too few forks to tell. Where a figure is 0, and there is
 * no factor, a difference matters that is half of the greater figure, or, of shares, one of a
 * hundred.
 */
final class Contrasts {
  /** A difference between arms that matters, as a factor. */
  static final double MATTERS = 1.5;

  /** Fewer pairs never show that there is no difference. */
  static final int LEAST_PAIRS = 3;

  private static final double SHARE_THAT_MATTERS = 0.01;

  private Contrasts() {}

  /**
   * The verdict, as {@link ArmContrast} has it.
   *
   * @param estimate of the pairs' ratio or difference, at the level of the test
   */
  static String verdict(Paired paired, Estimate estimate, Unit unit) {
    double neutral = paired.scale() == Scale.RATIO ? 1 : 0;
    if (paired.same()) {
      return ArmContrast.SAME;
    }
    if (estimate.low() > neutral || estimate.high() < neutral) {
      return estimate.mean() > neutral ? ArmContrast.GREATER : ArmContrast.SMALLER;
    }
    return paired.count() < LEAST_PAIRS || hides(paired, estimate, unit)
        ? ArmContrast.TOO_FEW
        : ArmContrast.NONE;
  }

  private static boolean hides(Paired paired, Estimate estimate, Unit unit) {
    double matters = matters(paired, unit);
    return paired.scale() == Scale.RATIO
        ? Math.max(-StrictMath.log(estimate.low()), StrictMath.log(estimate.high())) >= matters
        : Math.max(-estimate.low(), estimate.high()) >= matters;
  }

  /** A difference that matters, on the scale of the pairs' differences. */
  static double matters(Paired paired, Unit unit) {
    if (paired.scale() == Scale.RATIO) {
      return StrictMath.log(MATTERS);
    }
    return unit == Unit.SHARE ? SHARE_THAT_MATTERS : (MATTERS - 1) * paired.greaterMean();
  }
}
