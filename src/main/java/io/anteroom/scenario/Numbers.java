package io.anteroom.scenario;

import java.math.BigDecimal;

/** Numbers as scenarios write them. */
final class Numbers {
  private Numbers() {}

  /** The shortest plain decimal notation: 5, 0.25, 300000; never 3.0E5. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  static void requirePositive(double number, String what) {
    if (!(number > 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException("allowed: " + what + " greater than 0");
    }
  }
}
