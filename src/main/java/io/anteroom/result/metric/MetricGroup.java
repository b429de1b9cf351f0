package io.anteroom.result.metric;

/** What metrics are about, in the order in which reports show it. */
public enum MetricGroup {
  DURATIONS("How long visits take"),
  FLOW("What goes through the rooms"),
  COST("What it costs"),
  FAIRNESS("How evenly the waiting is shared"),
  LOSSES("What goes wrong"),
  /** Carriers that are held. */
  PINNING("Carriers that persons hold while they are blocked"),
  MACHINE("How late the machine is");

  private final String heading;

  MetricGroup(String heading) {
    this.heading = heading;
  }

  /** For a person to read. */
  public String heading() {
    return heading;
  }
}
