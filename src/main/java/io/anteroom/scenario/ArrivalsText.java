package io.anteroom.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Arrivals as scenarios write them, such as {@code poisson:300/s}. */
final class ArrivalsText {
  /** What is allowed, for messages. */
  static final String ALLOWED =
      "at-once, closed, poisson:RATE, constant:RATE, renewal:DISTRIBUTION or trace:FILE";

  private static final String RATE =
      "(" + Numbers.PATTERN + ")\\s*/\\s*(" + DurationUnit.PATTERN + ")";

  /** A regular expression for arrivals. */
  static final String PATTERN =
      String.join(
          "|",
          "at-once",
          "closed",
          "(?:poisson|constant):\\s*" + RATE,
          "renewal:\\s*(?:" + DistributionText.PATTERN + ")",
          "trace:.+");

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
    int colon = text.indexOf(':');
    String figure = text.substring(colon + 1).strip();
    return switch (text.substring(0, colon < 0 ? text.length() : colon + 1)) {
      case "at-once" -> new Arrivals.AtOnce();
      case "closed" -> new Arrivals.Closed();
      case "poisson:" -> new Arrivals.Poisson(perSecond(figure));
      case "constant:" -> new Arrivals.Constant(perSecond(figure));
      case "renewal:" -> new Arrivals.Renewal(DistributionText.parse(setting.part(figure)));
      case "trace:" ->
          new Arrivals.Trace(
              figure, DurationFile.named(figure, setting).read(DurationFile.Order.ASCENDING));
      default -> throw new IllegalArgumentException("allowed: " + ALLOWED);
    };
  }

  /** The rate a second, or a minute, an hour or a day where that is long and they are as exact. */
  static String rate(double perSecond) {
    String shortest = Numbers.plain(perSecond) + "/" + DurationUnit.SECOND.word();
    if (shortest.length() <= READABLE) {
      return shortest;
    }
    for (DurationUnit unit : LONGER_THAN_A_SECOND) {
      BigDecimal figure =
          BigDecimal.valueOf(perSecond)
              .multiply(unit.nanos())
              .divide(NANOS_PER_SECOND)
              .round(new MathContext(DIGITS));
      String text = Numbers.plain(figure) + "/" + unit.word();
      if (text.length() < shortest.length() && perSecond(text) == perSecond) {
        shortest = text;
      }
    }
    return shortest;
  }

  private static double perSecond(String rate) {
    Matcher matcher = RATE_NOTATION.matcher(rate);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("allowed: a rate such as 300/s, 5/ms or 20/h");
    }
    return new BigDecimal(matcher.group(1))
        .multiply(NANOS_PER_SECOND)
        .divide(DurationUnit.of(matcher.group(2)).orElseThrow().nanos(), MathContext.DECIMAL128)
        .doubleValue();
  }
}
