package io.anteroom.study.plan;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.BatchSize;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Scenario;

/** How much a scenario asks of its rooms. */
public final class Load {
  /** Loads per room that differ by less are the same. */
  private static final double SAME = 1e-12;

  private Load() {}

  /** Rooms that would be busy on average if nobody ever had to wait. */
  static double offered(Scenario scenario) {
    return arrivalsPerNano(scenario) * scenario.stay().hold().meanNanos();
  }

  /**
   * The same of one pool of a journey.
   *
   * @param pool its name
   */
  static double offered(Scenario scenario, String pool) {
    return arrivalsPerNano(scenario) * scenario.requireJourney().meanHeldNanos(pool);
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

  /** Visits per nanosecond that the rooms can serve. */
  static double mostPerNano(Scenario scenario) {
    return scenario.facility().rooms() / scenario.stay().hold().meanNanos();
  }

  /**
   * Whether the line grows without end: the waits have no steady state. At a load of one it does,
   * unless nothing varies.
   */
  static boolean endless(Scenario scenario) {
    double spare = 1 - offered(scenario) / scenario.facility().rooms();
    return steadyWithoutLoss(scenario)
        && (spare < -SAME || (spare <= SAME && variability(scenario) > 0));
  }

  /** Whether the line of any pool of a journey grows without end; at a load of one it counts so. */
  static boolean endlessPool(Scenario scenario) {
    return steadyWithoutLoss(scenario)
        && scenario.requireJourney().pools().stream()
            .anyMatch(
                pool -> offered(scenario, pool.name()) >= pool.facility().rooms() * (1 - SAME));
  }

  /** Whether all who come are served sooner or later. */
  static boolean served(Scenario scenario) {
    return steadyWithoutLoss(scenario) && offered(scenario) < scenario.facility().rooms();
  }

  /** Whether persons come from outside at a rate, and leave only after their visit. */
  static boolean steadyWithoutLoss(Scenario scenario) {
    Arrivals arrivals = scenario.demand().arrivals();
    Journey journey = scenario.journey();
    return arrivals.open()
        && !arrivals.ends()
        && scenario.facility().plan() == null
        && scenario.stay().slowdown() == null
        && scenario.stay().patience() == null
        && (journey == null || journey.patience().isEmpty())
        && scenario.demand().limit() == null
        && !(scenario.locking().discipline() instanceof Discipline.AtWill)
        && !(scenario.locking().discipline() instanceof Discipline.Unmodelled)
        && scenario.locking().readers() == 0;
  }

  /**
   * Mean of the squared coefficients of variation of gaps and holds: 1 where both are exponential.
   */
  static double variability(Scenario scenario) {
    double holds = squaredVariation(scenario.stay().hold());
    return (holds + squaredVariation(scenario.demand().arrivals())) / 2;
  }

  /** Of gaps; of batches, by how much more their counts vary. */
  private static double squaredVariation(Arrivals arrivals) {
    return switch (arrivals) {
      case Arrivals.Constant constant -> 0;
      case Arrivals.Renewal renewal -> squaredVariation(renewal.gap());
      case Arrivals.Poisson poisson -> 1;
      case Arrivals.Trace trace -> 1;
      case Arrivals.ArrivalProcess process -> process.squaredVariation();
      case Arrivals.Batches(Arrivals times, BatchSize size) -> {
        double variance = size.secondMoment() - size.mean() * size.mean();
        yield size.mean() * squaredVariation(times) + variance / size.mean();
      }
      case Arrivals.AtOnce atOnce -> 1;
      case Arrivals.Closed closed -> 1;
    };
  }

  static double squaredVariation(Distribution distribution) {
    return switch (distribution) {
      case Distribution.Fixed fixed -> 0;
      case Distribution.Exponential exponential -> 1;
      case Distribution.Uniform uniform -> uniform.least().equals(uniform.most()) ? 0 : 1.0 / 3;
      case Distribution.Lognormal lognormal -> lognormal.cv() * lognormal.cv();
      case Distribution.Erlang erlang -> 1.0 / erlang.k();
      case Distribution.Hyperexponential hyper -> hyper.cv() * hyper.cv();
      case Distribution.Pareto pareto ->
          pareto.alpha() > 2.1 ? 1 / (pareto.alpha() * (pareto.alpha() - 2)) : 5;
      case Distribution.Empirical empirical -> 1;
      case Distribution.Paired paired -> 1;
      case Distribution.Mixture mixture -> {
        double second =
            mixture.sum(part -> (1 + squaredVariation(part)) * part.meanNanos() * part.meanNanos());
        yield Math.max(second / mixture.meanNanos() / mixture.meanNanos() - 1, 0);
      }
      case Distribution.Law law -> law.secondMoment() / law.meanNanos() / law.meanNanos() - 1;
    };
  }
}
