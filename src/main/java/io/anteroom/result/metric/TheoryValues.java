package io.anteroom.result.metric;

import io.anteroom.scenario.Scenario;
import io.anteroom.theory.NoFormula;
import io.anteroom.theory.Prediction;
import io.anteroom.theory.Theory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What closed formulas say of a scenario, metric by metric. */
public final class TheoryValues {
  /** The last digits of logarithms may differ from JDK to JDK. */
  private static final MathContext NINE_DIGITS = new MathContext(9);

  private TheoryValues() {}

  /**
   * Of each metric that a formula is known for, its figure by the metric's name; of a journey those
   * of pools and classes too, with their labels.
   */
  public static Map<String, Double> of(Scenario scenario) {
    Map<String, Double> values = new LinkedHashMap<>();
    if (scenario.journey() != null) {
      JourneyFigures known = JourneyFigures.of(scenario);
      PartMetrics.withWhole(scenario).forEach(metric -> put(values, metric, known.figure(metric)));
      return values;
    }
    Prediction prediction =
        switch (Theory.of(scenario)) {
          case Prediction found -> found;
          case NoFormula none -> null;
        };
    for (Metric metric : Metrics.all()) {
      put(values, metric, figure(metric, scenario, prediction));
    }
    return values;
  }

  private static void put(Map<String, Double> values, Metric metric, OptionalDouble figure) {
    if (figure.isPresent() && Double.isFinite(figure.getAsDouble())) {
      double rounded = BigDecimal.valueOf(figure.getAsDouble()).round(NINE_DIGITS).doubleValue();
      values.put(metric.name(), rounded);
    }
  }

  private static OptionalDouble figure(
      Metric metric, Scenario scenario, @Nullable Prediction prediction) {
    TheoryGauge theory = metric.theory();
    return theory == null
        ? OptionalDouble.empty()
        : theory.figure(scenario.stay().hold(), prediction);
  }
}
