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
import org.jspecify.annotations.Nullable;

/**
 * What every metric was in each of several replications. Mutable; confined to one thread at a time.
 */
public final class Samples {
  private final List<Metric> metrics;
  private final Map<String, List<Double>> values = new LinkedHashMap<>();
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
      metric.measure(run).ifPresent(values.getOrDefault(metric.name(), new ArrayList<>())::add);
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
    List<Double> samples = values.getOrDefault(metric.name(), List.of());
    return samples.size() == replications
        ? samples.stream().mapToDouble(Double::doubleValue).toArray()
        : new double[0];
  }

  /**
   * How sure each metric is that all replications have data for; at least 2 of them.
   *
   * @param precision that was asked for; null: none was
   */
  Confidence confidence(@Nullable Precision precision) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      double[] samples = of(metric);
      if (samples.length > 1) {
        estimates.put(metric.name(), metric.possible(Estimates.student(samples, Estimates.LEVEL)));
      }
    }
    return new Confidence(
        Estimates.LEVEL,
        replications,
        precision == null ? null : precision.outcome(estimates.get(precision.metric().name())),
        estimates);
  }
}
