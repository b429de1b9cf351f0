package io.anteroom.study.plan;

import java.math.BigDecimal;
import java.math.MathContext;

/** Figures as plans hold them. */
final class Digits {
  private static final MathContext TEN = new MathContext(10);

  private Digits() {}

  /** To ten digits: the last ones may differ from JDK to JDK, and none has a meaning. */
  static double rounded(double figure) {
    return BigDecimal.valueOf(figure).round(TEN).doubleValue();
  }

  /** To a millionth: nobody knows a probability better. */
  static double probability(double probability) {
    return Math.rint(probability * 1e6) / 1e6;
  }
}
