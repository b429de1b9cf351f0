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
    if (name.isEmpty()) {
      return example;
    }
    String problem = "there is no metric " + InvalidExpectationException.quoted(name);
    return Metrics.nearest(name)
        .map(nearest -> problem + "; did you mean " + nearest + "?")
        .orElse(problem + "; \"anteroom metrics\" lists them");
  }
}
