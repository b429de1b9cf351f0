package io.anteroom.study.plan;

import io.anteroom.measure.DurationKind;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.MetricKind;
import io.anteroom.result.metric.MetricSource;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Operator;
import io.anteroom.statistics.Estimates;
import java.util.Arrays;
import java.util.List;

/**
 * A condition that a plan has to meet, such as {@code wait.p99 < 50ms}: an upper or a lower bound
 * of a metric that simulated time has.
 */
record Objective(Expectation expectation) {
  private static final int FEWEST_DIGITS = 3;

  /** At this many digits two different numbers look different. */
  private static final int MOST_DIGITS = 17;

  /** The objective that a standing is about. */
  static Objective of(Standing standing) {
    return new Objective(Expectation.parse(standing.objective()));
  }

  Metric metric() {
    return expectation.metric();
  }

  String metricName() {
    return metric().name();
  }

  double limit() {
    return expectation.limit();
  }

  /** Whether it limits how long persons wait for rooms of that pool, of it alone or of all. */
  boolean limitsWaitFor(String pool) {
    DurationKind duration = metric().duration();
    boolean ofWaits =
        duration == DurationKind.WAIT
            || duration == DurationKind.RESPONSE
            || metric().kind() == MetricKind.SERVED;
    String only = metric().pool();
    return ofWaits && (only == null || only.equals(pool));
  }

  /** Whether the metric is to stay below the limit, rather than above it. */
  boolean upper() {
    return expectation.operator() == Operator.LESS || expectation.operator() == Operator.AT_MOST;
  }

  /**
   * Whether relief (more rooms, a lower rate, a shorter hold) helps to meet it. Relief makes every
   * metric smaller, except for the share that is served in time, and for the throughput, which only
   * grows smaller with the rate.
   */
  boolean helpedByRelief(Find find) {
    boolean smaller =
        metric().kind() != MetricKind.SERVED
            && (!metric().equals(Metrics.THROUGHPUT) || find == Find.RATE);
    return smaller == upper();
  }

  /**
   * Whether relief helps to meet it only as long as somebody has to wait: more rooms leave holds as
   * they are, a lower rate too.
   */
  boolean onlyWaitsHelp(Find find) {
    return switch (find) {
      case ROOMS -> !metric().equals(Metrics.UTILISATION);
      case RATE ->
          !List.of(Metrics.UTILISATION, Metrics.TURNED_AWAY, Metrics.THROUGHPUT, Metrics.IN_SYSTEM)
              .contains(metric());
      case HOLD ->
          metric().of(DurationKind.WAIT)
              || metric().equals(Metrics.MEAN_LINE)
              || metric().source() == MetricSource.LINE_LENGTHS
              || metric().equals(Metrics.WAITED)
              || metric().equals(Metrics.ABANDONED);
    };
  }

  /** Whether that figure, known exactly, meets it. */
  boolean met(double figure) {
    return expectation.holds(figure);
  }

  /**
   * How probable the samples make it that the objective is met.
   *
   * @param samples the metric in each of at least 2 replications
   */
  double probabilityMet(double[] samples) {
    if (Arrays.stream(samples).distinct().count() == 1) {
      return met(samples[0]) ? 1 : 0;
    }
    double above = Estimates.probabilityAbove(samples, limit());
    return upper() ? 1 - above : above;
  }

  /** A figure for a person to read: so precise that it is seen on its side of the limit. */
  String text(double figure) {
    int digits = FEWEST_DIGITS;
    while (digits < MOST_DIGITS && met(FigureText.roundedTo(digits, figure)) != met(figure)) {
      digits++;
    }
    return metric().unit().text(figure, digits);
  }

  @Override
  public String toString() {
    return expectation.toString();
  }
}
