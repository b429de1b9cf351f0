package io.anteroom.study.replication;

import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.anteroom.statistics.Moments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How sure the figures of merged runs are, from how they differ: a run is one sample of each
 * metric, and one that is made of several already is as many samples as those.
 */
final class MergedConfidence {
  private MergedConfidence() {}

  /** Of at least 2 runs. */
  static Confidence of(List<Run> runs) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    metrics(runs.getFirst())
        .forEach(
            metric ->
                moments(metric, runs)
                    .ifPresent(
                        all ->
                            estimates.put(
                                metric.name(), metric.possible(all.estimate(Estimates.LEVEL)))));
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
  private static Optional<Moments> moments(Metric metric, List<Run> runs) {
    Optional<Moments> all = Optional.empty();
    for (Run run : runs) {
      Optional<Moments> one = moments(metric, run);
      if (one.isEmpty()) {
        return one;
      }
      Moments before = all.orElse(null);
      all = before == null ? one : one.map(before::plus);
    }
    return all;
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
