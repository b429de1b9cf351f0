package io.anteroom.measure.flight;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a setting may have. The JDK ignores a value that it can't read, without a word:
 * {@code enabled} is off unless it is {@code true}, a threshold without a unit is the default.
 */
final class SettingValue {
  private static final Pattern TIMESPAN = Pattern.compile("(\\d{1,15})\\s*(ns|us|ms|s|m|h|d)");
  private static final Pattern RATE = Pattern.compile("\\d{1,15}\\s*/\\s*(ns|us|ms|s|m|h|d)");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  private static final String UNITS = "ns, us, ms, s, m, h or d";

  private SettingValue() {}

  /** What is wrong with the value, and the remedy; empty where nothing is. */
  static Optional<String> fault(String setting, String value) {
    if (!value.equals(value.strip())) {
      return Optional.of("has white space around '" + value.strip() + "'; remove it.");
    }
    return switch (setting) {
      case "enabled", "stackTrace" ->
          require(value.equals("true") || value.equals("false"), value, "write true or false");
      case "threshold", "cutoff" ->
          require(isTimespan(value) || value.equals("infinity"), value, timespan(value));
      case "period" ->
          require(
              isTimespan(value) || value.matches("everyChunk|beginChunk|endChunk|infinity"),
              value,
              timespan(value) + ", or everyChunk, beginChunk, endChunk");
      case "throttle" ->
          require(
              isTimespan(value) || RATE.matcher(value).matches() || value.equals("off"),
              value,
              "write a rate such as 100/s, or off");
      default -> Optional.empty();
    };
  }

  private static boolean isTimespan(String value) {
    return TIMESPAN.matcher(value).matches();
  }

  private static String timespan(String value) {
    return NUMBER.matcher(value).matches()
        ? "the unit is missing: write '" + value + " ms', or another of " + UNITS
        : "write a whole number and a unit, such as 20 ms (" + UNITS + ")";
  }

  private static Optional<String> require(boolean allowed, String value, String remedy) {
    return allowed ? Optional.empty() : Optional.of("is '" + value + "'; " + remedy + ".");
  }

  /** The duration that a timespan stands for; {@code infinity} is the longest. */
  static Duration duration(String value) {
    Matcher matcher = TIMESPAN.matcher(value);
    if (!matcher.matches()) {
      return Duration.ofNanos(Long.MAX_VALUE);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ns" -> Duration.ofNanos(amount);
      case "us" -> Duration.ofNanos(Math.multiplyExact(amount, 1_000L));
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
