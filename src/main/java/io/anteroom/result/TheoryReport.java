package io.anteroom.result;

import io.anteroom.scenario.Scenario;
import io.anteroom.theory.NoFormula;
import io.anteroom.theory.Prediction;
import io.anteroom.theory.Theory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What closed formulas say of a scenario, to stand beside what was measured. Where no formula
 * applies, all is null but {@code reason}; where none is known for a figure, that is null.
 *
 * @param model in Kendall's notation, such as {@code M/M/10}
 * @param exact whether the formula is exact under its assumptions, rather than an approximation
 * @param utilisation share of the rooms' time in which they are taken
 * @param waited probability that an arriving visit finds no free room
 * @param meanWaitNanos of the visits that get a room, as the percentiles are
 * @param abandoned share of the admitted visits that give up
 * @param turnedAway share of the arrivals that are not admitted
 * @param reason which assumption fails; null where a formula applies
 */
public record TheoryReport(
    @Nullable String model,
    @Nullable String formula,
    @Nullable String source,
    @Nullable Boolean exact,
    @Nullable Double utilisation,
    @Nullable Double waited,
    @Nullable Double meanWaitNanos,
    @Nullable Double waitP50Nanos,
    @Nullable Double waitP90Nanos,
    @Nullable Double waitP99Nanos,
    @Nullable Double waitP999Nanos,
    @Nullable Double abandoned,
    @Nullable Double turnedAway,
    @Nullable Double throughputPerSecond,
    @Nullable String reason) {
  /** What theory says of that scenario. */
  public static TheoryReport of(Scenario scenario) {
    return switch (Theory.of(scenario)) {
      case NoFormula(String reason) ->
          new TheoryReport(
              null, null, null, null, null, null, null, null, null, null, null, null, null, null,
              reason);
      case Prediction prediction ->
          new TheoryReport(
              prediction.model(),
              prediction.formula(),
              prediction.source(),
              prediction.exact(),
              rounded(prediction.utilisation()),
              rounded(prediction.waited()),
              rounded(prediction.meanWaitNanos()),
              rounded(prediction.waitQuantileNanos(50)),
              rounded(prediction.waitQuantileNanos(90)),
              rounded(prediction.waitQuantileNanos(99)),
              rounded(prediction.waitQuantileNanos(99.9)),
              rounded(prediction.abandoned()),
              rounded(prediction.turnedAway()),
              rounded(prediction.throughputPerSecond()),
              null);
    };
  }

  private static @Nullable Double rounded(OptionalDouble figure) {
    return figure.isPresent() ? rounded(figure.getAsDouble()) : null;
  }

  /** To nine digits: the last ones of logarithms may differ from JDK to JDK. */
  private static @Nullable Double rounded(@Nullable Double figure) {
    return figure == null || !Double.isFinite(figure)
        ? null
        : BigDecimal.valueOf(figure).round(new MathContext(9)).doubleValue();
  }
}
