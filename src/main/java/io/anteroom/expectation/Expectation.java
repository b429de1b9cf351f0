package io.anteroom.expectation;

import io.anteroom.expectation.Verdict.Judgement;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import java.util.OptionalDouble;

/**
 * A condition that runs are held against, such as {@code wait.p99 < 50ms}: a metric, an operator
 * and a limit in the metric's unit. Immutable. {@code toString} gives its notation, which {@link
 * #parse} reads again.
 */
public final class Expectation {
  private final Metric metric;
  private final Condition condition;

  private Expectation(Metric metric, Condition condition) {
    this.metric = metric;
    this.condition = condition;
  }

  /**
   * Reads a condition; spaces do not matter.
   *
   * @throws InvalidExpectationException if the text is not one
   */
  public static Expectation parse(String text) {
    Condition condition = Condition.parse(text, new RunMetricNames(Condition.EXAMPLE));
    return new Expectation(Metrics.find(condition.metric()).orElseThrow(), condition);
  }

  /** The metric that is compared. */
  public Metric metric() {
    return metric;
  }

  /** How it is compared. */
  public Operator operator() {
    return condition.operator();
  }

  /** What it is compared with, in the metric's unit. */
  public double limit() {
    return condition.limit();
  }

  /** Whether that value of the metric meets it. */
  public boolean holds(double value) {
    return condition.holds(value);
  }

  /** The comparison alone. */
  Condition condition() {
    return condition;
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
    if (!condition.holds(measured.getAsDouble())) {
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
    return condition.toString();
  }
}
