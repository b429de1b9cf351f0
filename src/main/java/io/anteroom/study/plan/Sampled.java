package io.anteroom.study.plan;

import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.anteroom.study.replication.Samples;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What replications say of an objective. Both are null where too few visits decide, or nothing was
 * simulated.
 *
 * @param estimate of the metric, with its 95% interval
 * @param probability that the objective is met
 */
record Sampled(@Nullable Estimate estimate, @Nullable Double probability) {
  /** From here on an objective counts as met; below the complement, as failed. */
  private static final double SURE = 0.975;

  /** Nothing was simulated. */
  static final Sampled NONE = new Sampled(null, null);

  static Sampled of(Objective objective, Samples replications) {
    double[] samples = replications.of(objective.metric());
    return samples.length > 1 && Arrays.stream(samples).allMatch(Double::isFinite)
        ? new Sampled(
            objective.metric().possible(Estimates.student(samples, Estimates.LEVEL)),
            Digits.probability(objective.probabilityMet(samples)))
        : NONE;
  }

  Judgement verdict() {
    if (probability == null || (probability < SURE && probability > 1 - SURE)) {
      return Judgement.UNDECIDED;
    }
    return probability >= SURE ? Judgement.MET : Judgement.FAILED;
  }
}
