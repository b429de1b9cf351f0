package io.anteroom.expectation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** What follows the number of a limit. */
enum Suffix {
  NANOSECONDS("ns", Unit.DURATION, "1"),
  MICROSECONDS("us", Unit.DURATION, "1e3"),
  MILLISECONDS("ms", Unit.DURATION, "1e6"),
  SECONDS("s", Unit.DURATION, "1e9"),
  PERCENT("%", Unit.SHARE, "0.01"),
  PART_OF_ONE("", Unit.SHARE, "1"),
  PER_SECOND("/s", Unit.RATE, "1"),
  NOTHING("", Unit.NUMBER, "1");

  private final String text;
  private final Unit unit;
  private final BigDecimal factor;

  Suffix(String text, Unit unit, String factor) {
    this.text = text;
    this.unit = unit;
    this.factor = new BigDecimal(factor);
  }

  /** The suffix of limits in that unit that is written so. */
  static Optional<Suffix> of(String text, Unit unit) {
    String plain = text.equals("µs") || text.equals("μs") ? "us" : text;
    return Arrays.stream(values())
        .filter(suffix -> suffix.unit == unit && suffix.text.equals(plain))
        .findFirst();
  }

  String text() {
    return text;
  }

  /** A limit with this suffix, in the metric's unit. */
  double limit(BigDecimal number) {
    return number.multiply(factor).doubleValue();
  }
}
