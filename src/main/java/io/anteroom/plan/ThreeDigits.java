package io.anteroom.plan;

import java.math.BigDecimal;

/** Numbers of three significant digits, counted: 1.00 is number 0, 1.01 is 1, 10.0 is 900. */
final class ThreeDigits {
  private static final int IN_A_DECADE = 900;

  private ThreeDigits() {}

  /** The number that stands at an index. */
  static BigDecimal at(long index) {
    long decade = Math.floorDiv(index, (long) IN_A_DECADE);
    long digits = 100 + Math.floorMod(index, (long) IN_A_DECADE);
    return BigDecimal.valueOf(digits, 0).scaleByPowerOfTen((int) decade - 2);
  }

  /** The index of the greatest such number that is not above a positive one. */
  static long floor(double number) {
    long decade = (long) Math.floor(Math.log10(number));
    long digits = (long) Math.floor(number / Math.pow(10, decade - 2.0));
    long index = decade * IN_A_DECADE + digits - 100;
    return at(index).doubleValue() > number ? index - 1 : index;
  }
}
