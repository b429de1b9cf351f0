package io.anteroom.result.metric;

import java.util.Arrays;
import java.util.Optional;

/** How a metric is compared with its limit. */
public enum Operator {
  /** Less than the limit. */
  LESS("<"),
  /** At most the limit. */
  AT_MOST("<="),
  /** More than the limit. */
  MORE(">"),
  /** At least the limit. */
  AT_LEAST(">="),
  /** The limit exactly: meant for counts and shares. */
  EQUAL("==");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  /** As it is written. */
  public String sign() {
    return sign;
  }

  static Optional<Operator> of(String sign) {
    return Arrays.stream(values()).filter(operator -> operator.sign.equals(sign)).findFirst();
  }

  boolean holds(double measured, double limit) {
    int order = Double.compare(measured, limit);
    return switch (this) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      case AT_LEAST -> order >= 0;
      case EQUAL -> order == 0;
    };
  }
}
