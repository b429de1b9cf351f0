package io.anteroom.study.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers of three significant digits, counted: 1.00 is number 0, 1.01 is 1, 10.0 is 900. */
final class ThreeDigits {
  private static final int IN_A_DECADE = 900;

  private static final MathContext THREE = new MathContext(3, RoundingMode.DOWN);

  private ThreeDigits() {}

  /** The number that stands at an index. */
  static BigDecimal at(long index) {
    long decade = Math.floorDiv(index, (long) IN_A_DECADE);
    long digits = 100 + Math.floorMod(index, (long) IN_A_DECADE);
    return BigDecimal.valueOf(digits, 0).scaleByPowerOfTen((int) decade - 2);
  }

  /** The index of the greatest such number that is not above a positive one. */
  static long floor(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).round(THREE);
    int decade = rounded.precision() - rounded.scale() - 1;
    return (long) decade * IN_A_DECADE
        + rounded.scaleByPowerOfTen(2 - decade).longValueExact()
        - 100;
  }
}
