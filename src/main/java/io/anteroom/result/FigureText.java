package io.anteroom.result;

import io.anteroom.scenario.DurationUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * Measured figures as a person reads them: rounded, each with its unit, in the root locale. A
 * figure that does not exist is a dash. One so small or so large that it would be a line of zeros
 * has a power of ten, such as {@code 4.98e-12%}.
 */
public final class FigureText {
  /** The digits that figures have unless more are needed; histograms keep no more. */
  public static final int DIGITS = 3;

  /** What stands for a figure that does not exist. */
  public static final String NONE = "–";

  private static final int RATE_DIGITS = 4;

  /** Rates from here on are not told by the unit. */
  private static final double HIGHEST_COUNTED = 1e12;

  /** A number below this power of ten, or of as many digits as the other, has a power of ten. */
  private static final int LEAST_POWER = -6;

  private static final int MOST_POWER = 9;
  private static final int LEAST_SHARE_POWER = -4;

  /** Up to which number, exclusively, a unit is used before the next one is. */
  private record Scale(DurationUnit unit, BigDecimal end) {
    Scale(DurationUnit unit, long end) {
      this(unit, BigDecimal.valueOf(end));
    }
  }

  private static final List<Scale> SCALES =
      List.of(
          new Scale(DurationUnit.NANOSECOND, 1000),
          new Scale(DurationUnit.MICROSECOND, 1000),
          new Scale(DurationUnit.MILLISECOND, 1000),
          new Scale(DurationUnit.SECOND, 1000),
          new Scale(DurationUnit.MINUTE, 120),
          new Scale(DurationUnit.HOUR, 48));

  private FigureText() {}

  /** A duration with the unit that suits it, such as {@code 62.1ms} or {@code 30.0h}. */
  public static String duration(double nanos) {
    return duration(nanos, DIGITS);
  }

  /** A recorded duration with the unit that suits it. */
  public static String duration(long nanos) {
    return duration((double) nanos, DIGITS);
  }

  /** A duration with so many significant digits. */
  public static String duration(double nanos, int digits) {
    if (!Double.isFinite(nanos)) {
      return NONE;
    }
    if (nanos == 0) {
      return "0s";
    }
    for (Scale scale : SCALES) {
      BigDecimal number = in(scale.unit, nanos, digits);
      if (number.abs().compareTo(scale.end) < 0) {
        return plain(number, digits) + scale.unit.sign();
      }
    }
    return plain(in(DurationUnit.DAY, nanos, digits), digits) + DurationUnit.DAY.sign();
  }

  /** The unit in which a duration is shown. */
  public static DurationUnit unitOf(double nanos) {
    return SCALES.stream()
        .filter(scale -> in(scale.unit, nanos, DIGITS).abs().compareTo(scale.end) < 0)
        .map(Scale::unit)
        .findFirst()
        .orElse(DurationUnit.DAY);
  }

  private static BigDecimal in(DurationUnit unit, double nanos, int digits) {
    return BigDecimal.valueOf(nanos)
        .divide(unit.nanos(), MathContext.DECIMAL128)
        .round(new MathContext(digits, RoundingMode.HALF_UP));
  }

  /** A share from 0 to 1 in percent, such as {@code 0.125%}. */
  public static String share(double share) {
    return share(share, DIGITS);
  }

  /** A share in percent with so many significant digits. */
  public static String share(double share, int digits) {
    return Double.isFinite(share)
        ? shortest(rounded(share, digits).movePointRight(2), LEAST_SHARE_POWER, digits) + "%"
        : NONE;
  }

  /** A rate, such as {@code 12,540/s}: four digits, or all that are left of the point. */
  public static String rate(double perSecond) {
    if (!Double.isFinite(perSecond)) {
      return NONE;
    }
    if (perSecond == 0) {
      return "0/s";
    }
    return (perSecond >= 1000 && perSecond < HIGHEST_COUNTED
            ? count(Math.round(perSecond))
            : plain(rounded(perSecond, RATE_DIGITS), RATE_DIGITS))
        + "/s";
  }

  /** A whole number with its thousands set apart, such as {@code 1,000,000}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A number of things, such as {@code 1 room} or {@code 2,000 rooms}. */
  public static String count(long count, String thing) {
    return count(count, thing, thing + "s");
  }

  /** The same of things whose plural is another word. */
  public static String count(long count, String one, String more) {
    return count(count) + " " + (count == 1 ? one : more);
  }

  /** An index such as Jain's, with trailing zeros, such as {@code 0.750}. */
  public static String index(double index) {
    return Double.isFinite(index) ? plain(rounded(index, DIGITS), DIGITS) : NONE;
  }

  /** A number without a unit, with so many significant digits. */
  public static String number(double number, int digits) {
    return Double.isFinite(number) ? shortest(rounded(number, digits), LEAST_POWER, digits) : NONE;
  }

  /** A number with so many significant digits. */
  public static double roundedTo(int digits, double number) {
    return Double.isFinite(number) ? rounded(number, digits).doubleValue() : number;
  }

  private static BigDecimal rounded(double number, int digits) {
    return BigDecimal.valueOf(number).round(new MathContext(digits, RoundingMode.HALF_UP));
  }

  /** Without trailing zeros. */
  private static String shortest(BigDecimal number, int leastPower, int digits) {
    BigDecimal stripped = number.stripTrailingZeros();
    return isPlain(stripped, leastPower, digits) ? stripped.toPlainString() : scientific(stripped);
  }

  /** Keeps trailing zeros, so that figures of one column look alike. */
  private static String plain(BigDecimal number, int digits) {
    if (!isPlain(number, LEAST_POWER, digits)) {
      return scientific(number.stripTrailingZeros());
    }
    int decimals = digits - 1 - power(number);
    return number.setScale(Math.max(decimals, 0), RoundingMode.HALF_UP).toPlainString();
  }

  private static boolean isPlain(BigDecimal number, int leastPower, int digits) {
    int power = power(number);
    return number.signum() == 0 || (power >= leastPower && power < Math.max(MOST_POWER, digits));
  }

  /** Of its first digit. */
  private static int power(BigDecimal number) {
    return number.precision() - number.scale() - 1;
  }

  private static String scientific(BigDecimal number) {
    int power = power(number);
    return number.movePointLeft(power).toPlainString() + "e" + power;
  }
}
