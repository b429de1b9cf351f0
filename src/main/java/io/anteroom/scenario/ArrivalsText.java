package io.anteroom.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arrivals as scenarios write them, such as {@code poisson:300/s}. */
final class ArrivalsText {
  /** What is allowed, for messages. */
  static final String ALLOWED =
      "at-once, closed, poisson:RATE, constant:RATE, renewal:DISTRIBUTION, trace:FILE, "
          + Processes.ALL.listed(WordText::example)
          + "; an open one also with ,batch=3";

  private static final String RATE =
      "(" + Numbers.PATTERN + ")\\s*/\\s*(" + DurationUnit.PATTERN + ")";

  private static final String BATCH =
      "\\s*,\\s*batch\\s*=\\s*(?:\\d{1,7}|geometric:" + Numbers.PATTERN + "|empirical:.+)";

  /** A regular expression for arrivals. */
  static final String PATTERN =
      String.join(
          "|",
          "at-once",
          "closed",
          "(?:poisson|constant):\\s*" + RATE + "(?:" + BATCH + ")?",
          "renewal:\\s*(?:" + DistributionText.PATTERN + ")(?:" + BATCH + ")?",
          "trace:.+",
          Processes.ALL.pattern());

  private static final Pattern BATCHED = Pattern.compile("(.+?)\\s*,\\s*batch\\s*=\\s*(.+)");

  private static final Pattern RATE_NOTATION = Pattern.compile(RATE);
  private static final BigDecimal NANOS_PER_SECOND = DurationUnit.SECOND.nanos();

  private static final List<DurationUnit> LONGER_THAN_A_SECOND =
      List.of(DurationUnit.MINUTE, DurationUnit.HOUR, DurationUnit.DAY);

  /** A rate a second of so many characters needs no longer unit. */
  private static final int READABLE = 8;

  /** A double has no more that are exact. */
  private static final int DIGITS = 15;

  private ArrivalsText() {}

  /**
   * Reads arrivals.
   *
   * @throws IllegalArgumentException if the text is not about arrivals
   * @throws InvalidScenarioException if the file it names is not one of ascending times
   */
  static Arrivals parse(Setting setting) {
    String text = setting.value();
    Matcher batched = BATCHED.matcher(text);
    if (batched.matches()) {
      return new Arrivals.Batches(
          parse(setting.part(batched.group(1))), BatchText.parse(setting.part(batched.group(2))));
    }
    int colon = text.indexOf(':');
    String figure = text.substring(colon + 1).strip();
    return switch (text.substring(0, colon < 0 ? text.length() : colon + 1)) {
      case "at-once" -> new Arrivals.AtOnce();
      case "closed" -> new Arrivals.Closed();
      case "poisson:" -> new Arrivals.Poisson(perSecond(figure));
      case "constant:" -> new Arrivals.Constant(perSecond(figure));
      case "renewal:" -> new Arrivals.Renewal(DistributionText.parse(setting.part(figure)));
      case "trace:" -> TraceText.parse(setting.part(figure));
      default ->
          Processes.ALL
              .of(text.substring(0, Math.max(colon, 0)))
              .orElseThrow(() -> new IllegalArgumentException("allowed: " + ALLOWED))
              .reading()
              .apply(setting.part(figure));
    };
  }

  /** The rate a second, or a minute, an hour or a day where that is long and they are as exact. */
  static String rate(double perSecond) {
    String shortest = Numbers.plain(perSecond) + "/" + DurationUnit.SECOND.word();
    if (shortest.length() <= READABLE) {
      return shortest;
    }
    for (DurationUnit unit : LONGER_THAN_A_SECOND) {
      String text = Numbers.plain(figure(perSecond, unit)) + "/" + unit.word();
      if (text.length() < shortest.length() && perSecond(text) == perSecond) {
        shortest = text;
      }
    }
    return shortest;
  }

  /** The number of a rate in that unit; null where it would not be read back as it is. */
  static @Nullable String number(double perSecond, DurationUnit unit) {
    String number =
        unit == DurationUnit.SECOND
            ? Numbers.plain(perSecond)
            : Numbers.plain(figure(perSecond, unit));
    return perSecond(number, unit.word()) == perSecond ? number : null;
  }

  private static BigDecimal figure(double perSecond, DurationUnit unit) {
    return BigDecimal.valueOf(perSecond)
        .multiply(unit.nanos())
        .divide(NANOS_PER_SECOND)
        .round(new MathContext(DIGITS));
  }

  /** So many in that unit of time, a second. */
  static double perSecond(String number, String unit) {
    return new BigDecimal(number)
        .multiply(NANOS_PER_SECOND)
        .divide(DurationUnit.of(unit).orElseThrow().nanos(), MathContext.DECIMAL128)
        .doubleValue();
  }

  private static double perSecond(String rate) {
    Matcher matcher = RATE_NOTATION.matcher(rate);
    Numbers.require(matcher.matches(), "a rate such as 300/s, 5/ms or 20/h");
    return perSecond(matcher.group(1), matcher.group(2));
  }
}
