package io.anteroom.result.metric;

import io.anteroom.result.FigureText;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comparison such as {@code wait.p99 < 50ms}: the name of a metric, an operator and a limit in
 * the metric's unit. Immutable. {@code toString} gives its notation, which {@link #parse} reads
 * again.
 */
public final class Condition {
  /** What is allowed, for messages. */
  static final String EXAMPLE =
      "allowed: a metric, one of < <= > >= ==, and a limit, such as wait.p99 < 50ms";

  private static final Pattern CONDITION =
      Pattern.compile("([^<>={}]*" + MetricLabels.OPTIONAL + ")([<>=]+)([^<>=]*)");
  private static final Pattern LIMIT =
      Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,15})?)\\s*(\\S*)");

  /** At this many digits two different numbers look different. */
  private static final int MOST_DIGITS = 17;

  private final String metric;
  private final Unit unit;
  private final Operator operator;
  private final BigDecimal number;
  private final Suffix suffix;

  private Condition(String metric, Unit unit, Operator operator, BigDecimal number, Suffix suffix) {
    this.metric = metric;
    this.unit = unit;
    this.operator = operator;
    this.number = number;
    this.suffix = suffix;
  }

  /**
   * Reads a condition on one of these metrics; spaces do not matter.
   *
   * @throws InvalidExpectationException if the text is not one
   */
  public static Condition parse(String text, MetricNames names) {
    Matcher condition = CONDITION.matcher(text);
    if (!condition.matches()) {
      throw new InvalidExpectationException(text, EXAMPLE);
    }
    String metric = condition.group(1).strip();
    Unit unit =
        names
            .unit(metric)
            .orElseThrow(() -> new InvalidExpectationException(text, names.problem(metric)));
    Operator operator =
        Operator.of(condition.group(2))
            .orElseThrow(() -> new InvalidExpectationException(text, EXAMPLE));
    Matcher limit = LIMIT.matcher(condition.group(3).strip());
    if (!limit.matches()) {
      throw wrongLimit(text, metric, unit);
    }
    Suffix suffix =
        Suffix.of(limit.group(2), unit).orElseThrow(() -> wrongLimit(text, metric, unit));
    Condition parsed =
        new Condition(metric, unit, operator, new BigDecimal(limit.group(1)), suffix);
    if (unit == Unit.SHARE && parsed.limit() > 1) {
      throw wrongLimit(text, metric, unit);
    }
    return parsed;
  }

  private static InvalidExpectationException wrongLimit(String text, String metric, Unit unit) {
    return new InvalidExpectationException(
        text, "%s is %s; allowed: %s".formatted(metric, unit.description(), unit.allowed()));
  }

  /** The name of the metric that is compared. */
  public String metric() {
    return metric;
  }

  /** What the metric is measured in. */
  public Unit unit() {
    return unit;
  }

  /** How it is compared. */
  public Operator operator() {
    return operator;
  }

  /** What it is compared with, in the metric's unit. */
  public double limit() {
    return suffix.limit(number);
  }

  /** Whether that value meets it. */
  public boolean holds(double measured) {
    return operator.holds(measured, limit());
  }

  /** The value, rounded as far as it still compares with the limit as the exact one does. */
  public String measuredText(double value) {
    int order = Double.compare(value, limit());
    int digits = FigureText.DIGITS;
    while (digits < MOST_DIGITS
        && Double.compare(FigureText.roundedTo(digits, value), limit()) != order) {
      digits++;
    }
    return unit.text(value, digits);
  }

  @Override
  public String toString() {
    return metric + " " + operator.sign() + " " + number.toPlainString() + suffix.text();
  }
}
