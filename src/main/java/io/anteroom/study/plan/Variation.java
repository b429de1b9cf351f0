package io.anteroom.study.plan;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.BatchSize;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Conduct;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.Scenario.Stay;
import io.anteroom.scenario.Warmup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scenarios that differ from another in one thing. */
final class Variation {
  private static final double NANOS_PER_SECOND = 1e9;

  private Variation() {}

  static Scenario withHold(Scenario scenario, Distribution hold) {
    Stay old = scenario.stay();
    return scenario.with(old.withHold(hold));
  }

  static Scenario withArrivals(Scenario scenario, Arrivals arrivals) {
    Demand old = scenario.demand();
    return scenario.with(
        new Demand(
            arrivals, old.persons(), old.visits(), old.duration(), old.limit(), old.think()));
  }

  static Scenario withPersons(Scenario scenario, int persons) {
    Demand old = scenario.demand();
    return scenario.with(
        new Demand(
            old.arrivals(), persons, old.visits(), old.duration(), old.limit(), old.think()));
  }

  /** With so many visits and no other bound. */
  static Scenario withLength(
      Scenario scenario, @Nullable Long visits, @Nullable Duration duration) {
    return scenario.with(scenario.demand().withLength(visits, duration));
  }

  /** On virtual threads, for so long; a tenth of it is warm-up. */
  static Scenario forReal(Scenario scenario, Duration duration) {
    boolean burst = scenario.demand().arrivals() instanceof Arrivals.AtOnce;
    Scenario bounded = burst ? scenario : withLength(scenario, null, duration);
    Warmup warmup = burst ? scenario.conduct().warmup() : new Warmup.Share(0.1);
    return bounded.with(scenario.conduct().bare(ClockKind.WALL, warmup, 1));
  }

  /** The same in simulated time. */
  static Scenario simulated(Scenario real, int replications) {
    Conduct old = real.conduct();
    return real.with(old.bare(ClockKind.SIMULATED, old.warmup(), replications));
  }

  /** Arrivals at another rate; null where they have none to change. */
  static @Nullable Arrivals atRate(Arrivals arrivals, double perSecond) {
    return switch (arrivals) {
      case Arrivals.Poisson poisson -> new Arrivals.Poisson(perSecond);
      case Arrivals.Constant constant -> new Arrivals.Constant(perSecond);
      case Arrivals.Renewal renewal -> {
        Distribution gap = withMean(renewal.gap(), NANOS_PER_SECOND / perSecond);
        yield gap == null ? null : new Arrivals.Renewal(gap);
      }
      case Arrivals.ArrivalProcess process -> process.atRate(perSecond);
      case Arrivals.Batches(Arrivals times, BatchSize size) -> {
        Arrivals other = atRate(times, perSecond / size.mean());
        yield other == null ? null : new Arrivals.Batches(other, size);
      }
      case Arrivals.Trace trace ->
          Double.isFinite(trace.perSecond())
              ? trace.atSpeed(trace.speed() * perSecond / trace.perSecond())
              : null;
      case Arrivals.AtOnce atOnce -> null;
      case Arrivals.Closed closed -> null;
    };
  }

  /** Arrivals per second; NaN where that is not fixed. */
  static double rate(Arrivals arrivals) {
    return switch (arrivals) {
      case Arrivals.Poisson(double perSecond) -> perSecond;
      case Arrivals.Constant(double perSecond) -> perSecond;
      case Arrivals.Renewal renewal -> NANOS_PER_SECOND / renewal.gap().meanNanos();
      case Arrivals.ArrivalProcess process -> process.perSecond();
      case Arrivals.Batches(Arrivals times, BatchSize size) -> rate(times) * size.mean();
      case Arrivals.Trace trace -> trace.perSecond();
      case Arrivals.AtOnce atOnce -> Double.NaN;
      case Arrivals.Closed closed -> Double.NaN;
    };
  }

  /** The same shape about another mean; null where the durations are listed in a file. */
  static @Nullable Distribution withMean(Distribution distribution, double nanos) {
    Duration mean = Duration.ofNanos(Math.round(nanos));
    return switch (distribution) {
      case Distribution.Fixed fixed -> new Distribution.Fixed(mean);
      case Distribution.Exponential exponential -> new Distribution.Exponential(mean);
      case Distribution.Uniform uniform -> {
        double factor = nanos / uniform.meanNanos();
        yield new Distribution.Uniform(
            Duration.ofNanos(Math.round(uniform.least().toNanos() * factor)),
            Duration.ofNanos(Math.round(uniform.most().toNanos() * factor)));
      }
      case Distribution.Lognormal lognormal -> new Distribution.Lognormal(mean, lognormal.cv());
      case Distribution.Erlang erlang -> new Distribution.Erlang(mean, erlang.k());
      case Distribution.Hyperexponential hyper ->
          new Distribution.Hyperexponential(mean, hyper.cv());
      case Distribution.Pareto pareto -> new Distribution.Pareto(mean, pareto.alpha());
      case Distribution.Empirical empirical -> null;
      case Distribution.Paired paired -> null;
      case Distribution.Mixture mixture -> mixture(mixture, nanos / mixture.meanNanos());
      case Distribution.Law law -> law.withMean(nanos);
    };
  }

  private static @Nullable Distribution mixture(Distribution.Mixture mixture, double factor) {
    List<Distribution.Mixture.Part> parts = new ArrayList<>();
    for (Distribution.Mixture.Part part : mixture.parts()) {
      Distribution longer = withMean(part.distribution(), part.distribution().meanNanos() * factor);
      if (longer == null) {
        return null;
      }
      parts.add(new Distribution.Mixture.Part(part.weight(), longer));
    }
    return new Distribution.Mixture(parts);
  }
}
