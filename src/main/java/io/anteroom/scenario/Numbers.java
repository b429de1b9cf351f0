package io.anteroom.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;

/** Numbers as scenarios write them. */
final class Numbers {
  /** A decimal number; so many decimals that every double can be written. */
  static final String PATTERN = "\\d{1,18}(?:\\.\\d{1,340})?";

  private static final Pattern DECIMAL = Pattern.compile(PATTERN);
  private static final double LEAST_PER_SECOND = 1e-6;
  private static final double MOST_PER_SECOND = 1e9;

  private Numbers() {}

  /** Reads a decimal number, which has no sign and no exponent. */
  static double parse(String text) {
    return decimal(text).doubleValue();
  }

  /** Reads a decimal number of hundredths. */
  static double percent(String text) {
    return decimal(text).movePointLeft(2).doubleValue();
  }

  static BigDecimal decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("allowed: a decimal number such as 1.5");
    }
    return new BigDecimal(text);
  }

  /** The shortest plain decimal notation: 5, 0.25, 300000; never 3.0E5. */
  static String plain(double number) {
    return plain(BigDecimal.valueOf(number));
  }

  /** A share in percent, without the sign; {@link #percent} reads back the same double. */
  static String plainPercent(double share) {
    return plain(BigDecimal.valueOf(share).movePointRight(2));
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  static void requireRate(double perSecond) {
    require(
        perSecond >= LEAST_PER_SECOND && perSecond <= MOST_PER_SECOND,
        "a rate from 0.000001/s to 1,000,000,000/s, such as 300/s");
  }

  static void requireSpeed(double speed) {
    require(speed >= 1e-6 && speed <= 1e6, "a speed from 0.000001 to 1,000,000, such as 1.2");
  }

  static void requireMean(Duration mean) {
    require(mean.isPositive(), "a mean greater than 0s, or fixed:0s");
  }

  static void require(boolean allowed, String what) {
    if (!allowed) {
      throw new IllegalArgumentException("allowed: " + what);
    }
  }
}
