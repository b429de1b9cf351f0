package io.anteroom.study.replication;

import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.ClockKind;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What every metric was in each of several replications. Mutable; confined to one thread at a time.
 */
public final class Samples {
  private final List<Metric> metrics;
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  /** How much each of the values weighs. */
  private final Map<String, List<Double>> weights = new LinkedHashMap<>();

  private int replications;

  /** Samples of the usual metrics, and of these. */
  Samples(List<Metric> besides) {
    List<Metric> all = new ArrayList<>(Metrics.all());
    all.addAll(besides);
    this.metrics = all.stream().filter(Samples::estimated).filter(this::isNew).toList();
  }

  /** A metric goes by its name; {@code wait.p99} may be wanted by an expectation too. */
  private boolean isNew(Metric metric) {
    return values.putIfAbsent(metric.name(), new ArrayList<>()) == null;
  }

  /** Whether replications say how sure a metric is. */
  static boolean estimated(Metric metric) {
    return metric.kind().estimated() && metric.source().on(ClockKind.SIMULATED);
  }

  void add(Run run) {
    replications++;
    for (Metric metric : metrics) {
      OptionalDouble value = metric.measure(run);
      if (value.isPresent()) {
        values.computeIfAbsent(metric.name(), name -> new ArrayList<>()).add(value.getAsDouble());
        weights
            .computeIfAbsent(metric.name(), name -> new ArrayList<>())
            .add((double) metric.visits(run).orElse(1));
      }
    }
  }

  /** How many replications there are. */
  public int replications() {
    return replications;
  }

  /**
   * What a metric was in each replication, in order; empty where one of them has no data for it.
   */
  public double[] of(Metric metric) {
    return complete(values, metric);
  }

  private double[] complete(Map<String, List<Double>> figures, Metric metric) {
    List<Double> ofMetric = figures.getOrDefault(metric.name(), List.of());
    return ofMetric.size() == replications
        ? ofMetric.stream().mapToDouble(Double::doubleValue).toArray()
        : new double[0];
  }

  /**
   * A metric of all replications and its interval; empty where one of them has no data for it, or
   * there are fewer than 2.
   *
   * @param all the replications as one run
   */
  Optional<Estimate> estimate(Metric metric, Run all) {
    double[] samples = of(metric);
    OptionalDouble figure = metric.measure(all);
    return samples.length < 2 || figure.isEmpty()
        ? Optional.empty()
        : Optional.of(
            metric.possible(
                Estimates.around(
                    figure.getAsDouble(), samples, complete(weights, metric), Estimates.LEVEL)));
  }

  /**
   * How sure each metric is that all replications have data for; at least 2 of them.
   *
   * @param all the replications as one run
   * @param precision that was asked for; null: none was
   */
  Confidence confidence(Run all, @Nullable Precision precision) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      estimate(metric, all).ifPresent(estimate -> estimates.put(metric.name(), estimate));
    }
    return new Confidence(
        Estimates.LEVEL,
        replications,
        precision == null ? null : precision.outcome(estimates.get(precision.metric().name())),
        estimates);
  }
}
