package io.anteroom.result.metric;

/** What sort of figure a metric is, which decides how several runs go together in it. */
public enum MetricKind {
  /** The mean of some durations or costs. */
  MEAN(""),
  /** A standard deviation of durations. */
  DEVIATION(""),
  /** A percentile of durations: of merged runs it is read from all their durations. */
  QUANTILE(""),
  /** The longest duration. */
  MAXIMUM("a maximum has no interval"),
  /** From 0 to 1. */
  SHARE(""),
  /** The share of all arrivals that were served in time: the more rooms, the more of it. */
  SERVED(""),
  /** Per second. */
  RATE(""),
  /** How often something happened: it adds up over runs. */
  COUNT("a count has no interval"),
  /** From 0 to 1, without being a share of anything. */
  INDEX(""),
  /** A level, such as rooms in use. */
  GAUGE("");

  private final String whyNoInterval;

  MetricKind(String whyNoInterval) {
    this.whyNoInterval = whyNoInterval;
  }

  /** Whether the runs' values scatter around one true value, and an interval can hold it. */
  public boolean estimated() {
    return whyNoInterval.isEmpty();
  }

  /** Why no interval can; empty if one can. */
  public String whyNoInterval() {
    return whyNoInterval;
  }

  /** The most that it can be. */
  double most() {
    return switch (this) {
      case SHARE, SERVED, INDEX -> 1;
      case MEAN, DEVIATION, QUANTILE, MAXIMUM, RATE, COUNT, GAUGE -> Double.POSITIVE_INFINITY;
    };
  }
}
