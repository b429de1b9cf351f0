package io.anteroom.result.metric;

import io.anteroom.theory.HoldFigures;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What theory says of durations, statistic by statistic. */
@FunctionalInterface
interface DurationTheory {
  /** No formulas. */
  DurationTheory NONE = (statistic, percent) -> null;

  /** Of visits that get a room. */
  DurationTheory WAIT =
      (statistic, percent) ->
          switch (statistic) {
            case MEAN -> TheoryGauge.predicted((known, hold) -> given(known.meanWaitNanos()));
            case DEVIATION ->
                TheoryGauge.predicted((known, hold) -> given(known.stddevWaitNanos()));
            case QUANTILE ->
                TheoryGauge.predicted((known, hold) -> known.waitQuantileNanos(percent));
            default -> null;
          };

  /** The holds' distribution tells, whatever the waits are like. */
  DurationTheory HOLD =
      (statistic, percent) ->
          switch (statistic) {
            case MEAN -> (hold, none) -> OptionalDouble.of(hold.meanNanos());
            case DEVIATION -> (hold, none) -> OptionalDouble.of(HoldFigures.stddevNanos(hold));
            case QUANTILE ->
                (hold, none) -> OptionalDouble.of(HoldFigures.quantileNanos(hold, percent));
            default -> null;
          };

  /** A visit's hold does not depend on its wait, so that their variances add up. */
  DurationTheory RESPONSE =
      (statistic, percent) ->
          switch (statistic) {
            case MEAN ->
                TheoryGauge.predicted(
                    (known, hold) -> sum(known.meanWaitNanos(), hold.meanNanos()));
            case DEVIATION ->
                TheoryGauge.predicted(
                    (known, hold) -> root(known.stddevWaitNanos(), HoldFigures.stddevNanos(hold)));
            case QUANTILE ->
                TheoryGauge.predicted((known, hold) -> known.responseQuantileNanos(hold, percent));
            default -> null;
          };

  /**
   * How theory knows that statistic; null: it does not.
   *
   * @param percent of a quantile
   */
  @Nullable TheoryGauge of(MetricKind statistic, double percent);

  private static OptionalDouble given(@Nullable Double figure) {
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }

  private static OptionalDouble sum(@Nullable Double wait, double hold) {
    return wait == null ? OptionalDouble.empty() : OptionalDouble.of(wait + hold);
  }

  private static OptionalDouble root(@Nullable Double wait, double hold) {
    return wait == null ? OptionalDouble.empty() : OptionalDouble.of(Math.hypot(wait, hold));
  }
}
