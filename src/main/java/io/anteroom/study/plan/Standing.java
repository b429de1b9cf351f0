package io.anteroom.study.plan;

import io.anteroom.statistics.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate stands with an objective; figures are in the metric's unit.
 *
 * @param objective such as {@code wait.p99 < 50ms}
 * @param theory what a formula says of the metric; null where none is known
 * @param simulated over the replications, with its 95% interval; null where nothing was simulated
 *     or too few visits decide
 * @param probability that the objective is met, by the replications; null where these are
 * @param basis what the verdict rests on
 * @param exactBy the exact formula that {@code theory} comes from, such as {@code M/M/8, Erlang C};
 *     null where it is an approximation, where there is none, and in plans that are older
 * @param excluding the simulation's 99.9% interval where the exact value is not in it; else null
 */
public record Standing(
    String objective,
    @Nullable Double theory,
    @Nullable Estimate simulated,
    @Nullable Double probability,
    Judgement verdict,
    Basis basis,
    @Nullable String exactBy,
    @Nullable Estimate excluding) {
  /** The same, with what the simulation says against the exact value; null: nothing. */
  Standing excluding(@Nullable Estimate interval) {
    return new Standing(
        objective, theory, simulated, probability, verdict, basis, exactBy, interval);
  }

  /** A figure of the metric for a person: so precise that it is seen on its side of the limit. */
  public String text(double figure) {
    return Objective.of(this).text(figure);
  }
}
