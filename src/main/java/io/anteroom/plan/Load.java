package io.anteroom.plan;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Scenario;

/** How much a scenario asks of its rooms. */
public final class Load {
  private Load() {}

  /** Rooms that would be busy on average if nobody ever had to wait. */
  static double offered(Scenario scenario) {
    return arrivalsPerNano(scenario) * scenario.stay().hold().meanNanos();
  }

  /** Visits per nanosecond if nobody ever had to wait. */
  public static double arrivalsPerNano(Scenario scenario) {
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

  /**
   * Mean of the squared coefficients of variation of gaps and holds: 1 where both are exponential.
   */
  static double variability(Scenario scenario) {
    double holds = squaredVariation(scenario.stay().hold());
    double gaps =
        switch (scenario.demand().arrivals()) {
          case Arrivals.Constant constant -> 0;
          case Arrivals.Renewal renewal -> squaredVariation(renewal.gap());
          case Arrivals.Poisson poisson -> 1;
          case Arrivals.Trace trace -> 1;
          case Arrivals.AtOnce atOnce -> 1;
          case Arrivals.Closed closed -> 1;
        };
    return (holds + gaps) / 2;
  }

  private static double squaredVariation(Distribution distribution) {
    return switch (distribution) {
      case Distribution.Fixed fixed -> 0;
      case Distribution.Exponential exponential -> 1;
      case Distribution.Uniform uniform -> 1.0 / 3;
      case Distribution.Lognormal lognormal -> lognormal.cv() * lognormal.cv();
      case Distribution.Erlang erlang -> 1.0 / erlang.k();
      case Distribution.Hyperexponential hyper -> hyper.cv() * hyper.cv();
      case Distribution.Pareto pareto ->
          pareto.alpha() > 2.1 ? 1 / (pareto.alpha() * (pareto.alpha() - 2)) : 5;
      case Distribution.Empirical empirical -> 1;
    };
  }
}
