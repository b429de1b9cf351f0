package io.anteroom.result.metric;

import io.anteroom.result.FigureText;
import io.anteroom.scenario.DurationUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a metric is measured in. */
public enum Unit {
  /** Nanoseconds. */
  DURATION("a duration", "a number and " + DurationUnit.LISTED + ", such as 50ms"),
  /** From 0 to 1. */
  SHARE("a share", "a percentage such as 0.1%, or a number from 0 to 1"),
  /** Per second. */
  RATE("a rate", "a number and /s or another unit of time, such as 1000/s or 20/h"),
  NUMBER("a plain number", "a number without a unit, such as 0");

  private static final int COUNT_DIGITS = 19;

  /** From here on a double has no room for every whole number. */
  private static final double HIGHEST_COUNT = 1L << 53;

  private final String description;
  private final String allowed;

  Unit(String description, String allowed) {
    this.description = description;
    this.allowed = allowed;
  }

  /** What it is, with an article. */
  public String description() {
    return description;
  }

  /** How a limit in it is written, for messages. */
  String allowed() {
    return allowed;
  }

  /** A value of it for a person to read, with so many significant digits. */
  public String text(double value, int digits) {
    if (!Double.isFinite(value)) {
      return FigureText.NONE;
    }
    return switch (this) {
      case DURATION -> FigureText.duration(value, digits);
      case SHARE -> FigureText.share(value, digits);
      case RATE -> number(value, digits) + "/s";
      case NUMBER -> number(value, digits);
    };
  }

  /** A value of it for another program: durations in whole nanoseconds, without an exponent. */
  public String plainText(double value) {
    if (this == DURATION) {
      return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }
    return BigDecimal.valueOf(value).toPlainString();
  }

  /** Whole numbers are counts, which are not rounded. */
  private static String number(double value, int digits) {
    return value == Math.rint(value) && Math.abs(value) < HIGHEST_COUNT
        ? FigureText.number(value, COUNT_DIGITS)
        : FigureText.number(value, digits);
  }
}
