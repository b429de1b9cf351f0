package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationUnit;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Times as logs write them: {@code 2026-11-30T00:53:20.123456Z} with a blank for the T and no zone
 * if they like, or a number since 1970 in seconds, milliseconds, microseconds or nanoseconds, told
 * apart by its size, or a small number since whenever. Remembers the day that it saw last; for one
 * thread.
 */
final class StampText {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400 * SECOND;

  /** Numbers from there on are since 1970: seconds would be the year 1973. */
  private static final long LEAST_EPOCH_SECONDS = 100_000_000L;

  private final @Nullable DurationUnit given;
  private String lastDate = "";
  private long lastDateNanos;

  /**
   * @param given the unit of numbers; null: by their size, and small ones are seconds
   */
  StampText(@Nullable DurationUnit given) {
    this.given = given;
  }

  /** In nanoseconds since 1970, or since whenever a small number counts from. */
  long nanos(String written) throws UnusableLineException {
    String text = written.strip();
    if (text.length() >= 16 && text.charAt(4) == '-' && text.charAt(7) == '-') {
      return date(text);
    }
    double size = DecimalText.size(text);
    if (Double.isNaN(size)) {
      throw new UnusableLineException("not a time");
    }
    return DecimalText.scaled(text, unitNanos(size));
  }

  /** How many nanoseconds a unit of a number of that size is. */
  private long unitNanos(double size) {
    if (given != null && size < LEAST_EPOCH_SECONDS) {
      return given.nanos().longValue();
    }
    if (size < LEAST_EPOCH_SECONDS * 1e3) {
      return SECOND;
    }
    return size < LEAST_EPOCH_SECONDS * 1e6
        ? 1_000_000
        : size < LEAST_EPOCH_SECONDS * 1e9 ? 1_000 : 1;
  }

  /** {@code yyyy-MM-dd HH:mm[:ss[.fraction]][zone]}. */
  private long date(String text) throws UnusableLineException {
    String day = text.substring(0, 10);
    if (!day.equals(lastDate)) {
      lastDateNanos = dayNanos(day);
      lastDate = day;
    }
    long nanos = two(text, 11) * 3600 * SECOND + two(text, 14) * 60 * SECOND;
    int at = 16;
    if (at < text.length() && text.charAt(at) == ':') {
      nanos += two(text, at + 1) * SECOND;
      at += 3;
    }
    if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
      int end = at + 1;
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      nanos += DecimalText.scaled("0." + text.substring(at + 1, end), SECOND);
      at = end;
    }
    if (nanos >= DAY + SECOND) {
      throw new UnusableLineException("not a time");
    }
    return lastDateNanos + nanos - zoneNanos(text.substring(at).strip());
  }

  private static long dayNanos(String day) throws UnusableLineException {
    try {
      long nanos = Math.multiplyExact(LocalDate.parse(day).toEpochDay(), DAY);
      return Math.addExact(nanos, 0);
    } catch (DateTimeException | ArithmeticException notADay) {
      throw new UnusableLineException("not a time");
    }
  }

  /** {@code Z}, {@code UTC}, {@code +hh:mm}, {@code +hhmm}, {@code +hh} or nothing. */
  private static long zoneNanos(String zone) throws UnusableLineException {
    if (zone.isEmpty() || zone.equals("Z") || zone.equals("UTC") || zone.equals("GMT")) {
      return 0;
    }
    char sign = zone.charAt(0);
    if ((sign != '+' && sign != '-') || zone.length() < 3) {
      throw new UnusableLineException("not a time");
    }
    long minutes = two(zone, 1) * 60;
    int rest = zone.length() > 3 && zone.charAt(3) == ':' ? 4 : 3;
    if (zone.length() > rest) {
      minutes += two(zone, rest);
    }
    return (sign == '-' ? -minutes : minutes) * 60 * SECOND;
  }

  private static long two(String text, int at) throws UnusableLineException {
    if (at + 2 > text.length()
        || !Character.isDigit(text.charAt(at))
        || !Character.isDigit(text.charAt(at + 1))) {
      throw new UnusableLineException("not a time");
    }
    return (text.charAt(at) - '0') * 10L + (text.charAt(at + 1) - '0');
  }
}
