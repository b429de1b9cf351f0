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
    long visits = all.wait.getTotalCount() + all.abandonedWait.getTotalCount();
    return share(longer(all.wait) + longer(all.abandonedWait), visits);
  }

  private static long longer(Histogram waits) {
    return waits.getTotalCount() == 0
        ? 0
        : waits.getTotalCount() - waits.getCountBetweenValues(0, Metrics.WAITED_NANOS);
  }

  /** Of those that had a room or gave up, the share that gave up. */
  static OptionalDouble abandoned(VisitCounts visits) {
    return share(visits.abandoned(), visits.completed() + visits.abandoned());
  }

  /** Of all arrivals, the share that was turned away. */
  static OptionalDouble turnedAway(VisitCounts visits) {
    long all = visits.completed() + visits.abandoned() + visits.turnedAway();
    return share(visits.turnedAway(), all);
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
