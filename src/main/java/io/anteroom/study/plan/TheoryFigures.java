package io.anteroom.study.plan;

import io.anteroom.measure.DurationKind;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.TheoryGauge;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Warmup;
import io.anteroom.theory.NoFormula;
import io.anteroom.theory.Prediction;
import io.anteroom.theory.Theory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What theory says of a candidate, figure by figure: what flows through the rooms is often exact
 * where the waits are not. It is about the steady state, or about a burst as a whole.
 *
 * @param prediction null where no formula applies
 */
record TheoryFigures(Scenario scenario, @Nullable Prediction prediction) {
  private static final String HOLDS = "the holds' distribution";

  /** A share of waiting visits below this is none. */
  private static final double NOBODY = 1e-12;

  /** Figures that differ by less are the same. */
  private static final double SAME = 1e-9;

  static TheoryFigures of(Scenario scenario) {
    return switch (Theory.of(scenario)) {
      case Prediction found -> new TheoryFigures(scenario, found);
      case NoFormula none -> new TheoryFigures(scenario, null);
    };
  }

  /** Whether the line grows without end. */
  boolean endless() {
    return Load.endless(scenario);
  }

  /** What an objective's metric is; empty where no formula is known. */
  Optional<Known> of(Objective objective) {
    return of(objective.metric());
  }

  /** What a metric is; empty where no formula is known. */
  Optional<Known> of(Metric metric) {
    if (metric.of(DurationKind.HOLD)) {
      return figure(metric).stream().mapToObj(hold -> Known.exactly(hold, HOLDS)).findFirst();
    }
    if (metric.equals(Metrics.ABANDONED) && scenario.stay().patience() == null) {
      return Optional.of(Known.exactly(0, "nobody gives up"));
    }
    if (metric.equals(Metrics.TURNED_AWAY) && scenario.demand().limit() == null) {
      return Optional.of(Known.exactly(0, "nobody is turned away"));
    }
    if (endless()) {
      return Optional.of(Known.exactly(growing(metric), "all rooms are always taken"));
    }
    Optional<Known> predicted = predicted(metric);
    return predicted.isPresent() && predicted.get().exact()
        ? predicted
        : Load.served(scenario) ? flowing(metric).or(() -> predicted) : predicted;
  }

  /** Of a line that grows without end: its rooms are always taken, its waits have no bound. */
  private double growing(Metric metric) {
    if (metric.equals(Metrics.THROUGHPUT)) {
      return Load.mostPerNano(scenario) * 1e9;
    }
    return switch (metric.kind()) {
      case SHARE -> 1;
      case SERVED -> 0;
      default -> Double.POSITIVE_INFINITY;
    };
  }

  /** Where all who come are served, whatever gaps and holds are like. */
  private Optional<Known> flowing(Metric metric) {
    if (metric.equals(Metrics.UTILISATION)) {
      double share = Load.offered(scenario) / scenario.facility().rooms();
      return Optional.of(Known.exactly(share, "the utilisation law"));
    }
    return metric.equals(Metrics.THROUGHPUT)
        ? Optional.of(
            Known.exactly(Load.arrivalsPerNano(scenario) * 1e9, "all who come are served"))
        : Optional.empty();
  }

  private Optional<Known> predicted(Metric metric) {
    Prediction known = prediction;
    OptionalDouble figure = figure(metric);
    if (known == null || figure.isEmpty() || !Double.isFinite(figure.getAsDouble())) {
      return Optional.empty();
    }
    return Optional.of(
        known.exact() && !cutShort()
            ? Known.exactly(figure.getAsDouble(), known.model() + ", " + known.formula())
            : Known.roughly(figure.getAsDouble()));
  }

  private OptionalDouble figure(Metric metric) {
    TheoryGauge theory = metric.theory();
    return theory == null
        ? OptionalDouble.empty()
        : theory.figure(scenario.stay().hold(), prediction);
  }

  /**
   * Whether the formula is about more than the scenario. All persons come at once: a burst that
   * something cuts off, at its beginning or at its end, is not all of it, and several visits each
   * begin with a crowd and end with stragglers, who have no steady state.
   */
  private boolean cutShort() {
    if (!(scenario.demand().arrivals() instanceof Arrivals.AtOnce)) {
      return false;
    }
    Long visits = scenario.demand().visits();
    boolean burst = visits != null && visits == 1;
    return burst
        ? scenario.demand().duration() != null || !whole(scenario.conduct().warmup())
        : visits != null;
  }

  private static boolean whole(Warmup warmup) {
    return switch (warmup) {
      case Warmup.Share(double share) -> share == 0;
      case Warmup.Time(Duration time) -> time.isZero();
      case Warmup.Auto auto -> false;
    };
  }

  /** Whether the objectives are met, as far as they are known; undecided if none of them is. */
  Judgement judge(List<Objective> objectives, Find find) {
    Judgement judgement = Judgement.UNDECIDED;
    for (Objective objective : objectives) {
      Optional<Known> known = of(objective);
      if (known.isPresent() && !objective.met(known.get().figure())) {
        return hopeless(objective, find) ? Judgement.HOPELESS : Judgement.FAILED;
      }
      judgement = known.isPresent() ? Judgement.MET : judgement;
    }
    return judgement;
  }

  /** What exact formulas alone decide: that one fails, or that all are met; else undecided. */
  Judgement decide(List<Objective> objectives, Find find) {
    List<Objective> exact = objectives.stream().filter(this::knows).toList();
    Judgement judgement = judge(exact, find);
    return judgement == Judgement.MET && exact.size() < objectives.size()
        ? Judgement.UNDECIDED
        : judgement;
  }

  /** Whether every objective's metric is known exactly. */
  boolean knowsAll(List<Objective> objectives) {
    return objectives.stream().allMatch(this::knows);
  }

  private boolean knows(Objective objective) {
    return of(objective).filter(Known::exact).isPresent();
  }

  /** Whether no relief can help to meet an objective that fails. */
  private boolean hopeless(Objective objective, Find find) {
    return (nobodyWaits() && objective.onlyWaitsHelp(find)) || asMuchAsComes(objective, find);
  }

  /** More than arrives can't be served. */
  boolean asMuchAsComes(Objective objective, Find find) {
    return objective.metric().equals(Metrics.THROUGHPUT)
        && objective.helpedByRelief(find)
        && find != Find.RATE
        && scenario.demand().arrivals().open()
        && of(objective)
            .filter(
                known ->
                    known.figure() >= Load.arrivalsPerNano(scenario) * 1e9 * (1 - SAME)
                        && !endless())
            .isPresent();
  }

  private boolean nobodyWaits() {
    Prediction known = prediction;
    if (known == null) {
      return false;
    }
    Double waited = known.waited();
    return waited != null && waited < NOBODY;
  }
}
