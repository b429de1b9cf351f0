package io.anteroom.result.metric;

import io.anteroom.measure.Quantiles;
import io.anteroom.result.FigureText;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.metric.Verdict.Judgement;
import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A condition that runs are held against, such as {@code wait.p99 < 50ms}: a metric, an operator
 * and a limit in the metric's unit. Immutable. {@code toString} gives its notation, which {@link
 * #parse} reads again.
 */
public final class Expectation {
  private static final String NO_DATA = "the run has no data for it";
  private static final String STUCK = "the run got stuck";

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
    return parse(text, PartNames.NONE);
  }

  /** All that a scenario expects, as {@link #parse(String, PartNames)} reads it. */
  public static List<Expectation> of(Scenario scenario) {
    PartNames parts = PartNames.of(scenario);
    return scenario.conduct().expectations().stream().map(text -> parse(text, parts)).toList();
  }

  /**
   * Reads a condition whose metric may have labels.
   *
   * @throws InvalidExpectationException if the text is not one, or names another part
   */
  public static Expectation parse(String text, PartNames parts) {
    Condition condition = Condition.parse(text, new RunMetricNames(Condition.EXAMPLE, parts));
    return new Expectation(PartMetrics.find(condition.metric(), parts).orElseThrow(), condition);
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
   * whose figures leave out those who would wait there still. A figure whose interval holds the
   * limit is not judged: chance may have put it on its side. A quantile that too few durations lie
   * beyond is judged only where that is certain, by the longest duration or by those that enough
   * durations reached.
   */
  public Verdict evaluate(Run run) {
    OptionalDouble measured = metric.measure(run);
    if (measured.isEmpty()) {
      Metric.Quantile quantile = metric.quantile();
      return quantile == null ? notJudged(NO_DATA) : withinBounds(quantile, run);
    }
    Optional<String> chance = chance(run.result(), measured.getAsDouble());
    if (chance.isPresent()) {
      return new Verdict(this, Judgement.NOT_JUDGED, measured, chance.get());
    }
    if (!condition.holds(measured.getAsDouble())) {
      return new Verdict(this, Judgement.NOT_MET, measured, "");
    }
    return run.result().outcome() == Outcome.STUCK
        ? new Verdict(this, Judgement.NOT_JUDGED, measured, STUCK)
        : new Verdict(this, Judgement.MET, measured, "");
  }

  /** Why chance may decide, where it may. */
  private Optional<String> chance(RunResult result, double value) {
    Estimate interval = result.interval(metric.name());
    return interval == null || interval.low() >= limit() || limit() >= interval.high()
        ? Optional.empty()
        : Optional.of(
            "it was %s, and the %s interval holds the limit: %s to %s"
                .formatted(
                    condition.measuredText(value),
                    FigureText.share(Estimates.LEVEL),
                    condition.measuredText(interval.low()),
                    condition.measuredText(interval.high())));
  }

  /** A quantile that few lie beyond is at least one that enough lie beyond. */
  private Verdict withinBounds(Metric.Quantile quantile, Run run) {
    OptionalDouble longest = quantile.longest().read(run);
    if (longest.isEmpty()) {
      return notJudged(NO_DATA);
    }
    double low = quantile.reached().read(run).orElse(0);
    double high = longest.getAsDouble();
    boolean met = condition.holds(low) && condition.holds(high);
    if (met && run.result().outcome() == Outcome.STUCK) {
      return notJudged(STUCK);
    }
    if (met || !possible(low, high)) {
      Judgement judgement = met ? Judgement.MET : Judgement.NOT_MET;
      return new Verdict(
          this,
          judgement,
          OptionalDouble.empty(),
          witness(low, high, quantile.count().applyAsLong(run)));
    }
    long count = quantile.count().applyAsLong(run);
    long beyond = Quantiles.beyond(count, quantile.percent());
    return notJudged(
        "only %s of %s %s beyond it, and it takes %s to know it"
            .formatted(
                FigureText.count(beyond),
                FigureText.count(count),
                beyond == 1 ? "lies" : "lie",
                FigureText.count(Quantiles.leastCount(quantile.percent()))));
  }

  private boolean possible(double low, double high) {
    boolean limitBetween = low <= limit() && limit() <= high;
    return condition.holds(low)
        || condition.holds(high)
        || (operator() == Operator.EQUAL && limitBetween);
  }

  private String witness(double low, double high, long count) {
    if (high <= limit()) {
      return "even the longest was " + condition.measuredText(high);
    }
    return count <= Quantiles.LEAST_BEYOND
        ? "even the shortest was " + condition.measuredText(low)
        : "%d took %s or longer".formatted(Quantiles.LEAST_BEYOND, condition.measuredText(low));
  }

  private Verdict notJudged(String reason) {
    return new Verdict(this, Judgement.NOT_JUDGED, OptionalDouble.empty(), reason);
  }

  @Override
  public String toString() {
    return condition.toString();
  }
}
