package io.anteroom.plan;

import io.anteroom.expectation.Metrics;
import io.anteroom.scenario.Scenario;
import io.anteroom.theory.NoFormula;
import io.anteroom.theory.Prediction;
import io.anteroom.theory.Theory;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What theory says of a candidate.
 *
 * @param prediction null where no formula applies
 */
record TheoryFigures(Scenario scenario, @Nullable Prediction prediction) {
  /** A share of waiting visits below this is none. */
  private static final double NOBODY = 1e-12;

  static TheoryFigures of(Scenario scenario) {
    return switch (Theory.of(scenario)) {
      case Prediction found -> new TheoryFigures(scenario, found);
      case NoFormula none -> new TheoryFigures(scenario, null);
    };
  }

  /** Whether what it says is exact, rather than an approximation. */
  boolean exact() {
    return prediction != null && prediction.exact();
  }

  /** What an objective's metric is; empty where no formula is known. */
  OptionalDouble of(Objective objective) {
    Prediction known = prediction;
    return known == null ? OptionalDouble.empty() : figure(known, objective.metricName());
  }

  private OptionalDouble figure(Prediction known, String metric) {
    double meanHold = scenario.stay().hold().meanNanos();
    return switch (metric) {
      case "wait.mean" -> given(known.meanWaitNanos());
      case "wait.stddev" -> given(known.stddevWaitNanos());
      case "response.mean" -> {
        Double wait = known.meanWaitNanos();
        yield wait == null ? OptionalDouble.empty() : OptionalDouble.of(wait + meanHold);
      }
      case "hold.mean" -> OptionalDouble.of(meanHold);
      case "waited" ->
          known.abandoned() == 0
              ? known.waitExceedsProbability(Metrics.WAITED_NANOS)
              : OptionalDouble.empty();
      case "abandoned" -> OptionalDouble.of(known.abandoned());
      case "turnedAway" -> OptionalDouble.of(known.turnedAway());
      case "utilisation" -> OptionalDouble.of(known.utilisation());
      case "throughput" -> OptionalDouble.of(known.throughputPerSecond());
      default ->
          metric.startsWith("wait.p")
              ? known.waitQuantileNanos(Double.parseDouble(metric.substring("wait.p".length())))
              : OptionalDouble.empty();
    };
  }

  private static OptionalDouble given(@Nullable Double figure) {
    return figure == null || !Double.isFinite(figure)
        ? OptionalDouble.empty()
        : OptionalDouble.of(figure);
  }

  /** Whether the objectives are met, as far as they are known; undecided if none of them is. */
  Judgement judge(List<Objective> objectives) {
    if (Load.endless(scenario) && objectives.stream().anyMatch(Objective::aboutWaits)) {
      return Judgement.FAILED;
    }
    Judgement judgement = Judgement.UNDECIDED;
    for (Objective objective : objectives) {
      OptionalDouble figure = of(objective);
      if (figure.isPresent() && !objective.met(figure.getAsDouble())) {
        return nobodyWaits() ? Judgement.HOPELESS : Judgement.FAILED;
      }
      judgement = figure.isPresent() ? Judgement.MET : judgement;
    }
    return judgement;
  }

  /** Whether every objective's metric is known exactly. */
  boolean knowsAll(List<Objective> objectives) {
    return exact() && objectives.stream().allMatch(objective -> of(objective).isPresent());
  }

  private boolean nobodyWaits() {
    Prediction known = prediction;
    if (known == null) {
      return false;
    }
    Double waited = known.waited();
    return waited != null && waited < NOBODY;
  }
}
