package io.anteroom.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Measured figures as a person reads them: rounded, each with its unit, in the root locale. */
public final class FigureText {
  /** The digits that figures have unless more are needed; histograms keep no more. */
  public static final int DIGITS = 3;

  private static final int RATE_DIGITS = 4;
  private static final String[] TIME_UNITS = {"ns", "µs", "ms", "s"};
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private FigureText() {}

  /** A duration with the unit that suits it, such as {@code 62.1ms}. */
  public static String duration(double nanos) {
    return duration(nanos, DIGITS);
  }

  /** A recorded duration with the unit that suits it. */
  public static String duration(long nanos) {
    return duration((double) nanos, DIGITS);
  }

  /** A duration with so many significant digits. */
  public static String duration(double nanos, int digits) {
    if (nanos == 0) {
      return "0s";
    }
    BigDecimal number = rounded(nanos, digits);
    int unit = 0;
    while (unit < TIME_UNITS.length - 1 && number.compareTo(THOUSAND) >= 0) {
      number = number.movePointLeft(3);
      unit++;
    }
    return plain(number, digits) + TIME_UNITS[unit];
  }

  /** A share from 0 to 1 in percent, such as {@code 0.125%}. */
  public static String share(double share) {
    return share(share, DIGITS);
  }

  /** A share in percent with so many significant digits. */
  public static String share(double share, int digits) {
    return rounded(share * 100, digits).stripTrailingZeros().toPlainString() + "%";
  }

  /** A rate, such as {@code 12,540/s}: four digits, or all that are left of the point. */
  public static String rate(double perSecond) {
    if (perSecond == 0) {
      return "0/s";
    }
    return (perSecond >= 1000
            ? count(Math.round(perSecond))
            : plain(rounded(perSecond, RATE_DIGITS), RATE_DIGITS))
        + "/s";
  }

  /** A whole number with its thousands set apart, such as {@code 1,000,000}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** An index such as Jain's, with trailing zeros, such as {@code 0.750}. */
  public static String index(double index) {
    return plain(rounded(index, DIGITS), DIGITS);
  }

  /** A number without a unit, with so many significant digits. */
  public static String number(double number, int digits) {
    return rounded(number, digits).stripTrailingZeros().toPlainString();
  }

  /** A number with so many significant digits. */
  public static double roundedTo(int digits, double number) {
    return rounded(number, digits).doubleValue();
  }

  private static BigDecimal rounded(double number, int digits) {
    return BigDecimal.valueOf(number).round(new MathContext(digits, RoundingMode.HALF_UP));
  }

  /** Keeps trailing zeros, so that figures of one column look alike. */
  private static String plain(BigDecimal number, int digits) {
    int decimals = digits - (number.precision() - number.scale());
    return number.setScale(Math.max(decimals, 0), RoundingMode.HALF_UP).toPlainString();
  }
}
