package io.anteroom.result.metric;

import io.anteroom.scenario.Distribution;
import io.anteroom.theory.Prediction;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads a metric from what closed formulas say of a scenario. */
@FunctionalInterface
public interface TheoryGauge {
  /**
   * The figure in the metric's unit; empty where no formula is known.
   *
   * @param hold of the scenario
   * @param prediction null where no formula applies to the scenario
   */
  OptionalDouble figure(Distribution hold, @Nullable Prediction prediction);

  /** A figure that only a prediction gives. */
  static TheoryGauge predicted(BiFunction<Prediction, Distribution, OptionalDouble> figure) {
    return (hold, prediction) ->
        prediction == null ? OptionalDouble.empty() : figure.apply(prediction, hold);
  }
}
