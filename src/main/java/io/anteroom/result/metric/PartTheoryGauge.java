package io.anteroom.result.metric;

import io.anteroom.result.PartLabel;
import io.anteroom.scenario.Distribution;
import io.anteroom.theory.Prediction;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads a metric of a part from what closed formulas say of that part.
 *
 * @param metric reads it from a prediction
 */
record PartTheoryGauge(PartLabel part, TheoryGauge metric) implements TheoryGauge {
  @Override
  public OptionalDouble figure(Distribution hold, @Nullable Prediction prediction) {
    return metric.figure(hold, prediction);
  }
}
