package io.anteroom.plan;

import io.anteroom.result.RunResult.Estimate;
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
 */
public record Standing(
    String objective,
    @Nullable Double theory,
    @Nullable Estimate simulated,
    @Nullable Double probability,
    Judgement verdict,
    Basis basis) {}
