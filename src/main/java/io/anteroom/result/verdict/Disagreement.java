package io.anteroom.result.verdict;

import io.anteroom.result.Latency;
import io.anteroom.result.PartLabel;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.metric.JourneyFigures;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.PartNames;
import io.anteroom.result.metric.TheoryGauge;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Moments;
import io.anteroom.theory.Prediction;
import io.anteroom.theory.Theory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a figure contradicts an exact formula. In simulated time it does where the exact
 * value lies outside the interval that holds it with a probability of 99.9%, taken over all figures
 * that are compared. In real time nothing says how sure a figure is, so only what is far off
 * counts.
 */
final class Disagreement {
  /** How probable it is that a sound simulation is not accused. */
  private static final double LEVEL = 0.999;

  /**
   * What is closer than this share is no contradiction: the ends of a simulation that does not vary
   * at all are not the steady state.
   */
  private static final double CLOSE = 0.01;

  /** Some replications have no rarer events, and then Student's interval is too narrow. */
  private static final double LEAST_EVENTS = 100;

  /** In real time fewer visits than this say little of a mean. */
  private static final long LEAST_VISITS = 1_000;

  private static final double FAR_WAIT = 2;
  private static final double FAR_WAIT_NANOS = 1e6;
  private static final double FAR_RATE = 0.1;

  /** So many standard errors are no accident. */
  private static final double ERRORS = 4;

  private static final int DIGITS = 4;

  private static final List<Metric> OF_PARTS =
      List.of(Metrics.MEAN_WAIT, Metrics.UTILISATION, Metrics.THROUGHPUT);

  private final Run run;
  private final Prediction exact;

  /** Of pools and classes; null: there is one pool. */
  private final @Nullable JourneyFigures parts;

  private Disagreement(Run run, Prediction exact, @Nullable JourneyFigures parts) {
    this.run = run;
    this.exact = exact;
    this.parts = parts;
  }

  /** Which figure contradicts which formula; empty if none does, or no formula is exact. */
  static Optional<String> of(Run run) {
    if (run.result().theory() == null || !Boolean.TRUE.equals(run.result().theory().exact())) {
      return Optional.empty();
    }
    JourneyFigures parts =
        run.scenario().journey() == null ? null : JourneyFigures.of(run.scenario());
    Theory theory = parts == null ? Theory.of(run.scenario()) : parts.theory().whole();
    return theory instanceof Prediction prediction && prediction.exact()
        ? new Disagreement(run, prediction, parts).found()
        : Optional.empty();
  }

  private Optional<String> found() {
    if (run.result().simulation() == null) {
      return inRealTime();
    }
    Confidence confidence = run.result().confidence();
    return confidence == null ? Optional.empty() : simulated(confidence);
  }

  private Optional<String> simulated(Confidence confidence) {
    Map<Metric, Double> values = comparable();
    double level = 1 - (1 - LEVEL) / Math.max(values.size(), 1);
    for (Entry<Metric, Double> value : values.entrySet()) {
      Estimate estimate = confidence.metrics().get(value.getKey().name());
      if (estimate == null) {
        continue;
      }
      Estimate wide =
          Moments.of(estimate, confidence.replications(), confidence.level()).estimate(level);
      double known = value.getValue();
      boolean outside = known < wide.low() || known > wide.high();
      if (outside && Math.abs(wide.mean() - known) > CLOSE * known) {
        return Optional.of(words(value.getKey(), wide.mean(), "simulated", known));
      }
    }
    return Optional.empty();
  }

  /** The exact values, by metric, that means over replications can be held against. */
  private Map<Metric, Double> comparable() {
    Map<Metric, Double> values = new LinkedHashMap<>();
    put(values, Metrics.MEAN_WAIT, 0);
    if (isBurst()) {
      // The other figures of a burst are ratios of means, not means of ratios.
      return values;
    }
    put(values, Metrics.UTILISATION, 0);
    put(values, Metrics.THROUGHPUT, 0);
    long visits = run.result().visits().completed() + run.result().visits().abandoned();
    double leastShare = LEAST_EVENTS / visits;
    put(values, Metrics.ABANDONED, leastShare);
    put(values, Metrics.TURNED_AWAY, leastShare);
    if (exact.abandoned() == 0) {
      put(values, Metrics.WAITED, leastShare);
    }
    if (parts != null) {
      PartNames.of(run.scenario()).all().forEach(part -> putPart(values, part));
    }
    return values;
  }

  /** Each pool and class has figures of its own. */
  private void putPart(Map<Metric, Double> values, PartLabel part) {
    for (Metric metric : OF_PARTS) {
      put(values, PartMetrics.named(metric.name(), part), 0);
    }
  }

  private void put(Map<Metric, Double> values, Metric metric, double least) {
    known(metric).filter(figure -> figure >= least).ifPresent(figure -> values.put(metric, figure));
  }

  private Optional<Double> known(Metric metric) {
    TheoryGauge theory = metric.theory();
    if (theory == null) {
      return Optional.empty();
    }
    OptionalDouble figure =
        parts == null ? theory.figure(run.scenario().stay().hold(), exact) : parts.figure(metric);
    return figure.stream().filter(Double::isFinite).boxed().findFirst();
  }

  /** The prediction that says what a metric is. */
  private Prediction by(Metric metric) {
    return parts == null ? exact : parts.prediction(metric).orElse(exact);
  }

  private boolean isBurst() {
    Scenario scenario = run.scenario();
    return scenario.demand().arrivals() instanceof Arrivals.AtOnce;
  }

  private Optional<String> inRealTime() {
    RunResult result = run.result();
    if (result.waits().count() < LEAST_VISITS) {
      return Optional.empty();
    }
    Double wait = exact.meanWaitNanos();
    double measured = result.waits().meanNanos();
    if (wait != null && isFar(measured, wait) && waitsAreKnown()) {
      return Optional.of(words(Metrics.MEAN_WAIT, measured, "measured", wait));
    }
    double tolerance = Math.max(FAR_RATE, ERRORS * Math.sqrt(variation() / result.waits().count()));
    if (isFar(result.utilisation(), exact.utilisation(), tolerance)) {
      return Optional.of(
          words(Metrics.UTILISATION, result.utilisation(), "measured", exact.utilisation()));
    }
    double throughput = result.throughputPerSecond();
    return isFar(throughput, exact.throughputPerSecond(), tolerance)
        ? Optional.of(
            words(Metrics.THROUGHPUT, throughput, "measured", exact.throughputPerSecond()))
        : Optional.empty();
  }

  private static boolean isFar(double measured, double wait) {
    return Math.abs(measured - wait) > FAR_WAIT_NANOS
        && (measured > FAR_WAIT * wait || measured < wait / FAR_WAIT);
  }

  private static boolean isFar(double measured, double known, double tolerance) {
    return Double.isFinite(measured) && Math.abs(measured - known) > tolerance * known;
  }

  /** Squared coefficients of variation of gaps and holds; gaps are taken to be exponential. */
  private double variation() {
    Latency hold = run.result().hold();
    double cv = hold.meanNanos() > 0 ? hold.stddevNanos() / hold.meanNanos() : 0;
    return 1 + cv * cv;
  }

  /**
   * Whether there are so many visits that a factor of two in the mean wait is no accident. The
   * waits in a line depend on each other the longer the fuller the rooms are (Whitt: Planning
   * Queueing Simulations, Management Science 35, 1989). Where a number of persons comes again and
   * again, or all come at once, they do not.
   */
  private boolean waitsAreKnown() {
    if (!run.scenario().demand().arrivals().open()) {
      return true;
    }
    Double waited = exact.waited();
    double free = 1 - exact.utilisation();
    if (waited == null || waited <= 0 || free <= 0) {
      return false;
    }
    double relativeVariance =
        4 * variation() / (free * free * waited * run.result().waits().count());
    return ERRORS * Math.sqrt(relativeVariance) < 1;
  }

  private String words(Metric metric, double found, String how, double known) {
    return "%s is %s %s, and exactly %s by theory (%s, %s)"
        .formatted(
            metric.name(),
            metric.unit().text(found, DIGITS),
            how,
            metric.unit().text(known, DIGITS),
            by(metric).model(),
            by(metric).formula());
  }
}
