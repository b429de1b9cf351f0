package io.anteroom.study.replication;

import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.anteroom.statistics.Moments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How sure the figures of merged runs are, from how they differ: a run is one sample of each
 * metric, and one that is made of several already is as many samples as those. Of these it is only
 * known how far they lie from their common figure (see {@link Estimates#around}).
 */
final class MergedConfidence {
  private MergedConfidence() {}

  /**
   * Of at least 2 runs.
   *
   * @param all the runs as one
   */
  static Confidence of(List<Run> runs, Run all) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    metrics(all)
        .forEach(
            metric ->
                estimate(metric, runs, all)
                    .ifPresent(
                        estimate -> estimates.put(metric.name(), metric.possible(estimate))));
    int samples = runs.stream().mapToInt(MergedConfidence::samples).sum();
    return new Confidence(Estimates.LEVEL, samples, null, estimates);
  }

  private static Stream<Metric> metrics(Run run) {
    Stream<Metric> expected = Expectation.of(run.scenario()).stream().map(Expectation::metric);
    return Stream.concat(PartMetrics.withWhole(run.scenario()).stream(), expected)
        .filter(metric -> metric.kind().estimated());
  }

  private static int samples(Run run) {
    Confidence confidence = run.result().confidence();
    return confidence == null ? 1 : confidence.replications();
  }

  /** Empty where one of the runs has too little data for it. */
  private static Optional<Estimate> estimate(Metric metric, List<Run> runs, Run all) {
    OptionalDouble figure = metric.measure(all);
    List<Moments> samples = new ArrayList<>();
    for (Run run : runs) {
      moments(metric, run).ifPresent(samples::add);
    }
    if (figure.isEmpty() || samples.size() < runs.size()) {
      return Optional.empty();
    }
    double[] weights = new double[runs.size()];
    for (int run = 0; run < weights.length; run++) {
      weights[run] = metric.visits(runs.get(run)).orElse(samples.get(run).count());
    }
    return Optional.of(Estimates.around(figure.getAsDouble(), samples, weights, Estimates.LEVEL));
  }

  private static Optional<Moments> moments(Metric metric, Run run) {
    Confidence confidence = run.result().confidence();
    if (confidence != null) {
      return Optional.ofNullable(confidence.metrics().get(metric.name()))
          .map(one -> Moments.of(one, confidence.replications(), confidence.level()));
    }
    return metric.measure(run).stream().mapToObj(Moments::of).findFirst();
  }
}
