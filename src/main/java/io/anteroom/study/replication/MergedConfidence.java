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
 * known how far they lie from their common figure, so they count as if each were of as many visits.
 */
final class MergedConfidence {
  private MergedConfidence() {}

  /**
   * What a run says of a metric.
   *
   * @param moments of its samples
   * @param weight of the run
   */
  private record Part(Moments moments, double weight) {}

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
    List<Part> parts = new ArrayList<>();
    for (Run run : runs) {
      moments(metric, run)
          .ifPresent(one -> parts.add(new Part(one, metric.visits(run).orElse(one.count()))));
    }
    return figure.isEmpty() || parts.size() < runs.size()
        ? Optional.empty()
        : Optional.of(around(figure.getAsDouble(), parts));
  }

  /** As {@link Estimates#around} does. */
  private static Estimate around(double figure, List<Part> parts) {
    long samples = parts.stream().mapToLong(part -> part.moments.count()).sum();
    double mean = parts.stream().mapToDouble(Part::weight).sum() / samples;
    double squares = 0;
    for (Part part : parts) {
      Moments moments = part.moments;
      double weight = part.weight / moments.count() / mean;
      double distance = moments.mean() - figure;
      squares += weight * weight * (moments.squares() + moments.count() * distance * distance);
    }
    double error = Math.sqrt(squares / (samples - 1) / samples);
    return Estimates.student(figure, error, samples, Estimates.LEVEL);
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
