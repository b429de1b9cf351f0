package io.anteroom.measure.flight;

import java.util.List;

/**
 * Where threads waited to enter monitors: by the first frame of the application, class of the
 * monitor, stack. Platform and virtual threads alike; from JDK 24 on no figure here covers virtual
 * threads, see {@link Observability#CONTENDED_MONITOR}. Safe for all threads: one lock guards all
 * of it.
 */
public final class MonitorContention {
  private final SiteTable table = new SiteTable();

  /** Counts the entry. */
  public synchronized void add(MonitorEntry entry) {
    table.add(
        entry.stack().cause(frame -> false).toString(),
        "monitor of " + entry.monitorClass(),
        entry.stack(),
        entry.durationNanos());
  }

  /** All entries together. */
  public synchronized Tally total() {
    return table.total();
  }

  /** The longest waits in all first; their reasons name the monitors' classes. */
  public synchronized List<Site> sites() {
    return table.sites();
  }
}
