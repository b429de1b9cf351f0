package io.anteroom.study.sweep;

import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.study.plan.Load;

/** What a cell will take, roughly, before it has run. */
public final class TimeForecast {
  /** A JVM starts, warms up and writes its results, on a machine of two cores. */
  private static final double JVM_SECONDS = 2.5;

  private static final double NANOS_PER_SECOND = 1e9;

  private TimeForecast() {}

  /** The seconds of a cell in real time. */
  public static double wallSeconds(Scenario scenario) {
    double work = visits(scenario) / perSecond(scenario);
    Demand demand = scenario.demand();
    double atMost =
        demand.duration() == null ? Double.MAX_VALUE : demand.duration().toNanos() / 1e9;
    return JVM_SECONDS + Math.min(work, atMost);
  }

  /** The visits of one replication. */
  public static double visits(Scenario scenario) {
    Demand demand = scenario.demand();
    Long most = demand.mostVisits();
    double bound = most == null ? Double.MAX_VALUE : most;
    if (demand.duration() == null) {
      return bound;
    }
    double seconds = demand.duration().toNanos() / NANOS_PER_SECOND;
    double rate = demand.arrivals().open() ? asked(scenario) : perSecond(scenario);
    return Math.min(seconds * rate, bound);
  }

  /** Visits a second: those that begin if nobody has to wait, or those that the rooms can serve. */
  private static double perSecond(Scenario scenario) {
    double hold = Math.max(scenario.stay().hold().meanNanos(), 1);
    return Math.min(asked(scenario), scenario.facility().rooms() * NANOS_PER_SECOND / hold);
  }

  private static double asked(Scenario scenario) {
    return Load.arrivalsPerNano(scenario) * NANOS_PER_SECOND;
  }
}
