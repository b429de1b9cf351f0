package io.anteroom.study.diff;

import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.metric.Metric;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Samples of a metric in one run: of its replications where it has some, else of batches of its
 * time.
 *
 * @param samples at least 2; null: there are none
 * @param reason why there are none; else empty
 */
record Evidence(@Nullable Moments samples, String reason) {
  static Evidence none(String reason) {
    return new Evidence(null, reason);
  }

  /** What the run has to say of the metric. */
  static Evidence of(Run run, Metric metric) {
    Outcome outcome = run.result().outcome();
    if (outcome == Outcome.STUCK || outcome == Outcome.INVALID) {
      return none("its outcome is " + outcome.word());
    }
    if (metric.measure(run).isEmpty()) {
      Metric.Quantile quantile = metric.quantile();
      return none(
          quantile == null || quantile.count().applyAsLong(run) == 0
              ? "it has no data for it"
              : "too few visits lie beyond it");
    }
    if (!metric.kind().estimated()) {
      return none(metric.kind().whyNoInterval());
    }
    Confidence confidence = run.result().confidence();
    return confidence == null ? new Batches(run).evidence(metric) : replicated(confidence, metric);
  }

  private static Evidence replicated(Confidence confidence, Metric metric) {
    Estimate estimate = confidence.metrics().get(metric.name());
    return estimate == null || confidence.replications() < 2
        ? none("its replications are too short for it, or do not measure it")
        : new Evidence(Moments.of(estimate, confidence.replications(), confidence.level()), "");
  }
}
