package io.anteroom.result.metric;

import java.util.Optional;

/**
 * The metrics of runs.
 *
 * @param example what is allowed where there is no name at all
 * @param parts that labels may name
 */
record RunMetricNames(String example, PartNames parts) implements MetricNames {
  @Override
  public Optional<Unit> unit(String name) {
    return PartMetrics.find(name, parts).map(Metric::unit);
  }

  @Override
  public String problem(String name) {
    return name.isEmpty() ? example : PartMetrics.problem(name, parts);
  }
}
