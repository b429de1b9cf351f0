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
  public static final String ALLOWED = "a number and a unit (ns, us, ms, s, m or h), such as 5ms";

  private static final Pattern NOTATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-zµ]+)");

  private DurationText() {}

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException if the text is not one, or longer than {@link #LONGEST}
   */
  public static Duration parse(String text) {
    Matcher matcher = NOTATION.matcher(text.strip());
    if (!matcher.matches() || matcher.group(1).length() > 30) {
      throw new IllegalArgumentException("allowed: " + ALLOWED);
    }
    BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(unitNanos(matcher.group(2)));
    if (nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0) {
      throw new IllegalArgumentException("allowed: at most 8760h (one year)");
    }
    return Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** Writes a duration with the largest unit that needs no more than three decimals. */
  public static String format(Duration duration) {
    long nanos = duration.toNanos();
    if (nanos == 0) {
      return "0s";
    }
    if (nanos % 1_000_000 == 0 && nanos >= 1_000_000_000L) {
      return plain(nanos, 9) + "s";
    }
    if (nanos % 1_000 == 0 && nanos >= 1_000_000) {
      return plain(nanos, 6) + "ms";
    }
    return nanos >= 1_000 ? plain(nanos, 3) + "us" : nanos + "ns";
  }

  private static String plain(long nanos, int digits) {
    return BigDecimal.valueOf(nanos, digits).stripTrailingZeros().toPlainString();
  }

  private static BigDecimal unitNanos(String unit) {
    long nanos =
        switch (unit) {
          case "ns" -> 1L;
          case "us", "µs" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m", "min" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default -> throw new IllegalArgumentException("allowed: " + ALLOWED);
        };
    return BigDecimal.valueOf(nanos);
  }
}
