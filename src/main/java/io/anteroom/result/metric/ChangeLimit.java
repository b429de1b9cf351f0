package io.anteroom.result.metric;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change that is too much, such as {@code wait.p99 +10%} or {@code throughput -5%}: the name of a
 * metric, a direction, and how far it may not go: a share of what it was before, or an amount in
 * the metric's unit ({@code wait.p99 +5ms}). Immutable. {@code toString} gives its notation, which
 * {@link #parse} reads again.
 */
public final class ChangeLimit {
  private static final String EXAMPLE =
      "allowed: a metric, + or -, and a percentage or an amount, such as wait.p99 +10%";

  private static final Pattern CHANGE =
      Pattern.compile("([^-+{}]*" + MetricLabels.OPTIONAL + ")([-+])([^-+]*)");
  private static final Pattern AMOUNT =
      Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,15})?)\\s*(\\S*)");
  private static final String PERCENT = "%";

  private final Metric metric;
  private final boolean upwards;
  private final BigDecimal number;

  /** Null: percent of what it was. */
  private final @Nullable Suffix suffix;

  private ChangeLimit(Metric metric, boolean upwards, BigDecimal number, @Nullable Suffix suffix) {
    this.metric = metric;
    this.upwards = upwards;
    this.number = number;
    this.suffix = suffix;
  }

  /**
   * Reads a limit; spaces do not matter.
   *
   * @throws InvalidExpectationException if the text is not one
   */
  public static ChangeLimit parse(String text) {
    Matcher change = CHANGE.matcher(text);
    if (!change.matches()) {
      throw new InvalidExpectationException(text, EXAMPLE);
    }
    String name = change.group(1).strip();
    Metric metric =
        Metrics.find(name)
            .orElseThrow(
                () ->
                    new InvalidExpectationException(
                        text, new RunMetricNames(EXAMPLE, PartNames.NONE).problem(name)));
    Matcher amount = AMOUNT.matcher(change.group(3).strip());
    if (!amount.matches()) {
      throw wrongAmount(text, metric);
    }
    boolean percent = amount.group(2).equals(PERCENT);
    Optional<Suffix> suffix =
        percent ? Optional.empty() : Suffix.of(amount.group(2), metric.unit());
    if (!percent && suffix.isEmpty()) {
      throw wrongAmount(text, metric);
    }
    return new ChangeLimit(
        metric, change.group(2).equals("+"), new BigDecimal(amount.group(1)), suffix.orElse(null));
  }

  private static InvalidExpectationException wrongAmount(String text, Metric metric) {
    return new InvalidExpectationException(
        text,
        "%s is %s; allowed: a percentage of what it was, such as +10%%, or %s"
            .formatted(metric.name(), metric.unit().description(), amount(metric.unit())));
  }

  private static String amount(Unit unit) {
    return switch (unit) {
      case SHARE -> "a number from 0 to 1, such as +0.01";
      case DURATION, RATE, NUMBER -> unit.allowed().replace("such as ", "such as +");
    };
  }

  /** The metric that may not change so far. */
  public Metric metric() {
    return metric;
  }

  /** Whether a change from one value to another goes at least so far; from 0, any goes too far. */
  public boolean reached(double before, double after) {
    double towards = upwards ? after - before : before - after;
    double limit =
        suffix == null
            ? number.movePointLeft(2).doubleValue() * Math.abs(before)
            : suffix.limit(number);
    return towards > 0 && towards >= limit;
  }

  @Override
  public String toString() {
    return metric.name()
        + (upwards ? " +" : " -")
        + number.toPlainString()
        + (suffix == null ? PERCENT : suffix.text());
  }
}
