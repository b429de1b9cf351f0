package io.anteroom.result.metric;

import java.util.Optional;

/** The metrics that a condition may name. */
public interface MetricNames {
  /** The unit of the metric of that name; empty where there is none. */
  Optional<Unit> unit(String name);

  /** What to tell a user who wrote a name that no metric has, the empty one included. */
  String problem(String name);
}
