package io.anteroom.study.fit.reader;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as logs write them, exact to the nanosecond: a double can't hold a time since 1970. */
final class DecimalText {
  private static final int MOST_LETTERS = 40;
  private static final int PLAIN_DIGITS = 18;
  private static final BigDecimal MOST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE / 2);

  private DecimalText() {}

  /** How large it is; NaN if it is no number. */
  static double size(String text) {
    if (text.isEmpty() || text.length() > MOST_LETTERS) {
      return Double.NaN;
    }
    char first = text.charAt(0);
    if (!Character.isDigit(first) && first != '-' && first != '.' && first != '+') {
      return Double.NaN;
    }
    try {
      return Math.abs(Double.parseDouble(text));
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  /** The number times the nanoseconds of its unit, rounded. */
  static long scaled(String text, long unitNanos) throws UnusableLineException {
    if (text.length() <= PLAIN_DIGITS && isWhole(text)) {
      long number = Long.parseLong(text);
      long nanos = number * unitNanos;
      if (Math.multiplyHigh(number, unitNanos) == 0 && nanos >= 0) {
        return nanos;
      }
    }
    if (text.length() > MOST_LETTERS) {
      throw new UnusableLineException("not a number");
    }
    try {
      BigDecimal nanos = new BigDecimal(text).multiply(BigDecimal.valueOf(unitNanos));
      if (nanos.precision() - nanos.scale() > 19 || nanos.abs().compareTo(MOST_NANOS) > 0) {
        throw new UnusableLineException("a number beyond all times");
      }
      return nanos.setScale(0, RoundingMode.HALF_UP).longValueExact();
    } catch (NumberFormatException notANumber) {
      throw new UnusableLineException("not a number");
    }
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one < '0' || one > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
