package io.anteroom.result.metric;

/** What metrics are about, in the order in which reports show it. */
public enum MetricGroup {
  /** How long visits take. */
  DURATIONS("How long visits take"),
  /** What goes through the rooms. */
  FLOW("What goes through the rooms"),
  /** What it costs. */
  COST("What it costs"),
  /** How evenly the waiting is shared. */
  FAIRNESS("How evenly the waiting is shared"),
  /** What goes wrong. */
  LOSSES("What goes wrong"),
  /** Carriers that are held. */
  PINNING("Carriers that persons hold while they are blocked"),
  /** How late the machine is. */
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
