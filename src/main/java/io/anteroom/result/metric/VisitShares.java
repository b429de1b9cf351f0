package io.anteroom.result.metric;

import io.anteroom.measure.Histograms;
import io.anteroom.result.RunResult.VisitCounts;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** Shares and counts of visits; empty where there were no visits. */
final class VisitShares {
  private VisitShares() {}

  /** Of those that had a room or gave up, the share that waited. */
  static OptionalDouble waited(Histograms all) {
    return share(longer(all.wait) + longer(all.abandonedWait), waits(all));
  }

  /** How many had a room or gave up, of those whose waits are recorded. */
  static long waits(Histograms all) {
    return all.wait.getTotalCount() + all.abandonedWait.getTotalCount();
  }

  private static long longer(Histogram waits) {
    return waits.getTotalCount() == 0
        ? 0
        : waits.getTotalCount() - waits.getCountBetweenValues(0, Metrics.WAITED_NANOS);
  }

  /** Of those that had a room or gave up, the share that gave up. */
  static OptionalDouble abandoned(VisitCounts visits) {
    return share(visits.abandoned(), ended(visits));
  }

  /** How many were completed or given up. */
  static long ended(VisitCounts visits) {
    return visits.completed() + visits.abandoned();
  }

  /** Of all arrivals, the share that was turned away. */
  static OptionalDouble turnedAway(VisitCounts visits) {
    return share(visits.turnedAway(), arrived(visits));
  }

  /** How many were completed, given up or turned away. */
  static long arrived(VisitCounts visits) {
    return ended(visits) + visits.turnedAway();
  }

  /** Attempts in vain, where there were attempts. */
  static OptionalDouble refusals(VisitCounts visits) {
    return given(visits.attempts() > 0, (double) visits.refusals());
  }

  /** 0 of many entries is a figure; where nobody entered there is no figure. */
  static OptionalDouble violations(VisitCounts visits) {
    return given(visits.completed() + visits.violations() > 0, (double) visits.violations());
  }

  private static OptionalDouble share(long part, long all) {
    return given(all > 0, (double) part / all);
  }

  /** The figure, if there are data for it. */
  static OptionalDouble given(boolean data, double figure) {
    return data ? OptionalDouble.of(figure) : OptionalDouble.empty();
  }
}
