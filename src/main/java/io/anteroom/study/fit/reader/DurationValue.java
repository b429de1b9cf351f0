package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationText;
import io.anteroom.scenario.DurationUnit;

/** Durations as logs write them: a number in a unit that is known, or one with its own unit. */
final class DurationValue {
  private final long unitNanos;

  /** Numbers without a unit are in this one. */
  DurationValue(DurationUnit unit) {
    this.unitNanos = unit.nanos().longValue();
  }

  /** In nanoseconds; not negative. */
  long nanos(String written) throws UnusableLineException {
    String text = written.strip();
    if (text.isEmpty() || text.equals("-")) {
      throw new UnusableLineException("no duration");
    }
    char last = text.charAt(text.length() - 1);
    if (Character.isDigit(last) || last == '.') {
      return notNegative(DecimalText.scaled(text, unitNanos));
    }
    try {
      return DurationText.parse(text).toNanos();
    } catch (IllegalArgumentException notADuration) {
      throw new UnusableLineException("not a duration");
    }
  }

  static long notNegative(long nanos) throws UnusableLineException {
    if (nanos < 0) {
      throw new UnusableLineException("a duration below 0");
    }
    return nanos;
  }
}
