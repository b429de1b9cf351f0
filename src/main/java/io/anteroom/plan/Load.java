package io.anteroom.plan;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Scenario;

/** How much a scenario asks of its rooms. */
final class Load {
  private Load() {}

  /** Rooms that would be busy on average if nobody ever had to wait. */
  static double offered(Scenario scenario) {
    return arrivalsPerNano(scenario) * scenario.stay().hold().meanNanos();
  }

  /** Visits per nanosecond if nobody ever had to wait. */
  static double arrivalsPerNano(Scenario scenario) {
    Scenario.Demand demand = scenario.demand();
    Arrivals arrivals = demand.arrivals();
    if (arrivals.open()) {
      double perSecond = Variation.rate(arrivals);
      return Double.isFinite(perSecond) ? perSecond / 1e9 : 1e-9;
    }
    double think = demand.think() == null ? 0 : demand.think().meanNanos();
    return demand.persons() / Math.max(think + scenario.stay().hold().meanNanos(), 1);
  }

  /** Whether the line grows without end: the waits have no steady state. */
  static boolean endless(Scenario scenario) {
    boolean bounded = scenario.stay().patience() != null || scenario.demand().limit() != null;
    return scenario.demand().arrivals().open()
        && !(scenario.demand().arrivals() instanceof Arrivals.Trace)
        && !bounded
        && !(scenario.locking().discipline() instanceof Discipline.AtWill)
        && scenario.locking().readers() == 0
        && offered(scenario) >= scenario.facility().rooms();
  }
}
