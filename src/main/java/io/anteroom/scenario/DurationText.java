package io.anteroom.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as scenarios write them: a decimal number and a unit, such as {@code 1.5ms}. */
public final class DurationText {
  /** The longest duration that a scenario may name; sums of many still fit into a long. */
  public static final Duration LONGEST = Duration.ofDays(365);

  /** What is allowed, for messages. */
  public static final String ALLOWED =
      "a number and a unit (" + DurationUnit.LISTED + "), such as 5ms";

  /** A regular expression for a duration. */
  static final String PATTERN = "(?:" + Numbers.PATTERN + ")\\s*(?:" + DurationUnit.PATTERN + ")";

  private static final long HOUR_NANOS = 3_600_000_000_000L;

  private static final Pattern NOTATION =
      Pattern.compile("(" + Numbers.PATTERN + ")\\s*(" + DurationUnit.PATTERN + ")");

  private DurationText() {}

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException if the text is not one, or longer than {@link #LONGEST}
   */
  public static Duration parse(String text) {
    Matcher matcher = NOTATION.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("allowed: " + ALLOWED);
    }
    BigDecimal nanos =
        new BigDecimal(matcher.group(1))
            .multiply(DurationUnit.of(matcher.group(2)).orElseThrow().nanos());
    Numbers.require(
        nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) <= 0, "at most 8760h (one year)");
    return Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** Reads a duration longer than zero. */
  static Duration parsePositive(String text) {
    Duration duration = parse(text);
    Numbers.require(duration.isPositive(), "longer than 0s");
    return duration;
  }

  /**
   * Writes a duration with the largest unit that needs no more than three decimals; hours only
   * where they are whole, and two or more.
   */
  public static String format(Duration duration) {
    long nanos = duration.toNanos();
    if (nanos == 0) {
      return "0s";
    }
    if (nanos % HOUR_NANOS == 0 && nanos > HOUR_NANOS) {
      return nanos / HOUR_NANOS + "h";
    }
    if (nanos % 1_000_000 == 0 && nanos >= 1_000_000_000L) {
      return plain(nanos, 9) + "s";
    }
    if (nanos % 1_000 == 0 && nanos >= 1_000_000) {
      return plain(nanos, 6) + "ms";
    }
    return nanos >= 1_000 ? plain(nanos, 3) + "us" : nanos + "ns";
  }

  /** Writes a time of day: whole hours as hours, one included. */
  static String ofDay(Duration time) {
    boolean hours = time.isPositive() && time.equals(Duration.ofHours(time.toHours()));
    return hours ? time.toHours() + DurationUnit.HOUR.word() : format(time);
  }

  private static String plain(long nanos, int digits) {
    return Numbers.plain(BigDecimal.valueOf(nanos, digits));
  }
}
