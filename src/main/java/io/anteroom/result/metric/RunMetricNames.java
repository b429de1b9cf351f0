package io.anteroom.result.metric;

import java.util.Optional;

/**
 * The metrics of runs.
 *
 * @param example what is allowed where there is no name at all
 */
record RunMetricNames(String example) implements MetricNames {
  @Override
  public Optional<Unit> unit(String name) {
    return Metrics.find(name).map(Metric::unit);
  }

  @Override
  public String problem(String name) {
    return name.isEmpty() ? example : Metrics.problem(name);
  }
}
