package io.anteroom.scenario;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The units of durations, shortest first. Scenarios, objectives and expectations take all of them.
 */
public enum DurationUnit {
  /** The finest that is kept. */
  NANOSECOND("ns", "ns", 1L, "ns"),
  /** Written {@code us}, since not every keyboard has a µ. */
  MICROSECOND("us", "µs", 1_000L, "us|µs|μs"),
  /** A thousandth of a second. */
  MILLISECOND("ms", "ms", 1_000_000L, "ms"),
  SECOND("s", "s", 1_000_000_000L, "s"),
  /** Sixty seconds. */
  MINUTE("m", "min", 60_000_000_000L, "m|min"),
  /** Sixty minutes. */
  HOUR("h", "h", 3_600_000_000_000L, "h"),
  /** Twenty-four hours. */
  DAY("d", "d", 86_400_000_000_000L, "d");

  /** All of them, for messages. */
  public static final String LISTED =
      Stream.of(values())
              .limit(values().length - 1)
              .map(DurationUnit::word)
              .collect(Collectors.joining(", "))
          + " or "
          + DAY.word;

  /** A regular expression for a unit. */
  public static final String PATTERN =
      Stream.of(values()).map(unit -> unit.spellings).collect(Collectors.joining("|"));

  private final String word;
  private final String sign;
  private final long nanos;

  /** Separated by bars. */
  private final String spellings;

  DurationUnit(String word, String sign, long nanos, String spellings) {
    this.word = word;
    this.sign = sign;
    this.nanos = nanos;
    this.spellings = spellings;
  }

  /** The unit that is written so. */
  public static Optional<DurationUnit> of(String text) {
    return Arrays.stream(values())
        .filter(unit -> List.of(unit.spellings.split("\\|", -1)).contains(text))
        .findFirst();
  }

  /** How scenarios and objectives write it. */
  public String word() {
    return word;
  }

  /** How figures show it. */
  public String sign() {
    return sign;
  }

  /** How long it is, in nanoseconds. */
  public BigDecimal nanos() {
    return BigDecimal.valueOf(nanos);
  }
}
