package io.anteroom.result.metric;

import io.anteroom.result.PartLabel;
import io.anteroom.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The metrics of pools and of classes of persons: those of the catalogue, each with labels. */
public final class PartMetrics {
  /** What is told of every pool and class; any other metric of theirs may be asked for. */
  private static final List<String> TOLD =
      List.of(
          "wait.mean",
          "wait.p50",
          "wait.p90",
          "wait.p99",
          "hold.mean",
          "response.mean",
          "response.p50",
          "response.p90",
          "response.p99",
          "throughput",
          "utilisation",
          "abandoned");

  private PartMetrics() {}

  /** The metrics of parts that matter most, for every part. */
  public static List<Metric> all(PartNames parts) {
    return parts.all().stream()
        .flatMap(part -> TOLD.stream().map(name -> named(name, part)))
        .toList();
  }

  /** All metrics of the whole, then those of every part of the scenario that matter most. */
  public static List<Metric> withWhole(Scenario scenario) {
    return Stream.concat(Metrics.all().stream(), all(PartNames.of(scenario)).stream()).toList();
  }

  public static Metric named(String name, PartLabel part) {
    return Metrics.named(name).of(part);
  }

  /** The metric of that name, whatever parts its labels name: of a document that has it. */
  public static Optional<Metric> recorded(String name) {
    MetricLabels labels = MetricLabels.of(name);
    return labels == null
        ? Metrics.find(name)
        : labels.recorded().flatMap(part -> Metrics.find(labels.metric()).map(one -> one.of(part)));
  }

  /** The metric of that name, which may have labels that name parts. */
  public static Optional<Metric> find(String name, PartNames parts) {
    MetricLabels labels = MetricLabels.of(name);
    return labels == null
        ? Metrics.find(name)
        : labels
            .part(parts)
            .flatMap(part -> Metrics.find(labels.metric()).map(metric -> metric.of(part)))
            .filter(metric -> metric.source().ofParts());
  }

  /** What to tell a user who wrote a name that is not a metric's. */
  public static String problem(String name, PartNames parts) {
    MetricLabels labels = MetricLabels.of(name);
    if (labels == null || Metrics.find(labels.metric()).isEmpty()) {
      return Metrics.unlabelledProblem(labels == null ? name : labels.metric());
    }
    return labels.part(parts).isPresent()
        ? labels.metric() + " is about the whole run; write it without a label"
        : labels.problem(parts);
  }
}
