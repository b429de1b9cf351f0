package io.anteroom.expectation;

import io.anteroom.expectation.Verdict.Judgement;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition that runs are held against, such as {@code wait.p99 < 50ms}: a metric, an operator
 * and a limit in the metric's unit. Immutable. {@code toString} gives its notation, which {@link
 * #parse} reads again.
 */
public final class Expectation {
  private static final String EXAMPLE =
      "allowed: a metric, one of < <= > >= ==, and a limit, such as wait.p99 < 50ms";
  private static final Pattern CONDITION = Pattern.compile("([^<>=]*)([<>=]+)([^<>=]*)");
  private static final Pattern LIMIT =
      Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,15})?)\\s*(\\S*)");

  private final Metric metric;
  private final Operator operator;
  private final BigDecimal number;
  private final Suffix suffix;

  private Expectation(Metric metric, Operator operator, BigDecimal number, Suffix suffix) {
    this.metric = metric;
    this.operator = operator;
    this.number = number;
    this.suffix = suffix;
  }

  /**
   * Reads a condition; spaces do not matter.
   *
   * @throws InvalidExpectationException if the text is not one
   */
  public static Expectation parse(String text) {
    Matcher condition = CONDITION.matcher(text);
    if (!condition.matches()) {
      throw new InvalidExpectationException(text, EXAMPLE);
    }
    Metric metric = metric(text, condition.group(1).strip());
    Operator operator =
        Operator.of(condition.group(2))
            .orElseThrow(() -> new InvalidExpectationException(text, EXAMPLE));
    Matcher limit = LIMIT.matcher(condition.group(3).strip());
    if (!limit.matches()) {
      throw wrongLimit(text, metric);
    }
    Suffix suffix =
        Suffix.of(limit.group(2), metric.unit()).orElseThrow(() -> wrongLimit(text, metric));
    Expectation expectation =
        new Expectation(metric, operator, new BigDecimal(limit.group(1)), suffix);
    if (metric.unit() == Unit.SHARE && expectation.limit() > 1) {
      throw wrongLimit(text, metric);
    }
    return expectation;
  }

  private static Metric metric(String text, String name) {
    return Metrics.find(name)
        .orElseThrow(() -> new InvalidExpectationException(text, unknownMetric(name)));
  }

  private static String unknownMetric(String name) {
    if (name.isEmpty()) {
      return EXAMPLE;
    }
    String problem = "there is no metric " + InvalidExpectationException.quoted(name);
    if (name.startsWith("canary.p")) {
      return problem + "; of the canary only p50, p90, p99, p99.9 and p99.99 are kept";
    }
    return Metrics.nearest(name)
        .map(nearest -> problem + "; did you mean " + nearest + "?")
        .orElse(problem + "; \"anteroom metrics\" lists them");
  }

  private static InvalidExpectationException wrongLimit(String text, Metric metric) {
    return new InvalidExpectationException(
        text,
        "%s is %s; allowed: %s"
            .formatted(metric.name(), metric.unit().description(), metric.unit().allowed()));
  }

  /** The metric that is compared. */
  public Metric metric() {
    return metric;
  }

  /** How it is compared. */
  public Operator operator() {
    return operator;
  }

  /** What it is compared with, in the metric's unit. */
  public double limit() {
    return suffix.limit(number);
  }

  Unit unit() {
    return metric.unit();
  }

  /**
   * Holds a run against this condition. Without data it is never met; nor in a run that got stuck,
   * whose figures leave out those who would wait there still.
   */
  public Verdict evaluate(Run run) {
    OptionalDouble measured = metric.measure(run);
    if (measured.isEmpty()) {
      return notJudged(measured, "the run has no data for it");
    }
    if (!operator.holds(measured.getAsDouble(), limit())) {
      return new Verdict(this, Judgement.NOT_MET, measured, "");
    }
    return run.result().outcome() == Outcome.STUCK
        ? notJudged(measured, "the run got stuck")
        : new Verdict(this, Judgement.MET, measured, "");
  }

  private Verdict notJudged(OptionalDouble measured, String reason) {
    return new Verdict(this, Judgement.NOT_JUDGED, measured, reason);
  }

  @Override
  public String toString() {
    return metric.name() + " " + operator.sign() + " " + number.toPlainString() + suffix.text();
  }
}
