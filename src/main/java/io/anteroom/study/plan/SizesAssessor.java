package io.anteroom.study.plan;

import io.anteroom.result.Outcome;
import io.anteroom.result.PartResult;
import io.anteroom.result.Run;
import io.anteroom.result.metric.JourneyFigures;
import io.anteroom.result.metric.Metric;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Facility;
import io.anteroom.study.plan.StoppableReplications.Replicated;
import io.anteroom.study.replication.Samples;
import io.anteroom.theory.Prediction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Judges sizes of pools. An exact formula decides where there is one; else each is simulated under
 * the same seeds, with twice as many replications while it can't be told. {@link #interrupt} may be
 * called by any thread, the rest by one.
 */
final class SizesAssessor {
  private static final long MOST_VISITS = 10_000_000;
  private static final long LONGEST = 200_000;

  private final SizesQuestion question;
  private final List<Objective> objectives;
  private final StoppableReplications replications;

  SizesAssessor(SizesQuestion question, int threads) {
    this.question = question;
    this.objectives = question.objectives();
    this.replications = new StoppableReplications(threads);
  }

  void interrupt() {
    replications.interrupt();
  }

  /**
   * Judges.
   *
   * @param scenario with these sizes; its load may differ from the question's
   * @param figures whether it is simulated even where formulas say all
   * @throws StoppableReplications.StoppedException if the plan was told to end
   */
  SizesPoint assess(List<Integer> sizes, Scenario scenario, boolean figures)
      throws InterruptedException {
    replications.requireGoingOn();
    if (Load.endlessPool(scenario)) {
      return point(sizes, objectives.stream().map(SizesAssessor::growing).toList(), null, null);
    }
    JourneyFigures theory = JourneyFigures.of(scenario);
    List<Standing> known = objectives.stream().map(one -> standing(one, theory, null)).toList();
    boolean decided =
        known.stream().anyMatch(one -> one.verdict() == Judgement.FAILED)
            || known.stream().allMatch(one -> one.verdict() == Judgement.MET);
    return decided && !figures
        ? point(sizes, known, null, null)
        : simulated(sizes, scenario, theory);
  }

  private SizesPoint simulated(List<Integer> sizes, Scenario scenario, JourneyFigures theory)
      throws InterruptedException {
    Scenario sized = question.lengthGiven() ? scenario : chosen(scenario);
    long visits = Objects.requireNonNullElse(sized.demand().mostVisits(), 0L);
    List<Metric> metrics = objectives.stream().map(Objective::metric).toList();
    int times = question.scenario().conduct().replications();
    while (true) {
      Replicated replicated = replications.run(sized.withReplications(times), metrics);
      Run run = replicated.run();
      boolean sound = run.result().outcome() == Outcome.COMPLETED;
      List<Standing> standings =
          objectives.stream()
              .map(one -> standing(one, theory, replicated.samples()))
              .map(one -> sound ? one : failed(one))
              .toList();
      Judgement verdict = Judgement.together(standings.stream().map(Standing::verdict));
      if (verdict != Judgement.UNDECIDED
          || times * 2 > StoppableReplications.MOST
          || 2L * times * visits > MOST_VISITS) {
        return point(sizes, standings, replicated, unsound(replicated));
      }
      times *= 2;
    }
  }

  /** As long as a line for the rooms of the busiest pool needs. */
  private Scenario chosen(Scenario scenario) {
    Journey journey = scenario.requireJourney();
    NamedPool busiest = journey.pools().getFirst();
    for (NamedPool pool : journey.pools()) {
      if (use(journey, pool) > use(journey, busiest)) {
        busiest = pool;
      }
    }
    Duration held = Duration.ofNanos(Math.round(journey.meanHeldNanos(busiest.name())));
    Scenario alone =
        new Scenario(
            scenario.name(),
            new Facility(busiest.facility().rooms(), Line.SHARED, busiest.facility().choice()),
            busiest.locking(),
            scenario.demand(),
            scenario.stay().withHold(new Distribution.Exponential(held)),
            scenario.conduct());
    Scenario sized = RunLength.chosen(alone, objectives);
    Long visits = sized.demand().visits();
    if (visits != null && visits > LONGEST) {
      // Sizes that need more to be told are near to the edge: they stay undecided, and do not do.
      sized = Variation.withLength(sized, LONGEST, null);
    }
    return scenario.with(sized.demand()).withWarmup(sized.conduct().warmup());
  }

  private static double use(Journey journey, NamedPool pool) {
    return journey.meanHeldNanos(pool.name()) / pool.facility().rooms();
  }

  private static Standing growing(Objective objective) {
    return new Standing(
        objective.toString(), null, null, null, Judgement.FAILED, Basis.GROWTH, null, null);
  }

  /** A run that got stuck, or whose line grew to its end, meets nothing. */
  private static Standing failed(Standing one) {
    return new Standing(
        one.objective(),
        one.theory(),
        one.simulated(),
        0.0,
        Judgement.FAILED,
        Basis.SIMULATION,
        one.exactBy(),
        null);
  }

  private static Standing standing(
      Objective objective, JourneyFigures theory, @Nullable Samples samples) {
    Metric metric = objective.metric();
    OptionalDouble figure = theory.figure(metric);
    @Nullable Prediction by = theory.prediction(metric).orElse(null);
    boolean exact = by != null && by.exact() && figure.isPresent();
    Sampled sampled = samples == null ? Sampled.NONE : Sampled.of(objective, samples);
    Judgement verdict =
        exact
            ? objective.met(figure.getAsDouble()) ? Judgement.MET : Judgement.FAILED
            : sampled.verdict();
    return new Standing(
        objective.toString(),
        figure.isPresent() ? (Double) Digits.rounded(figure.getAsDouble()) : null,
        sampled.estimate(),
        sampled.probability(),
        verdict,
        exact ? Basis.THEORY : Basis.SIMULATION,
        exact && by != null ? by.model() + ", " + by.formula() : null,
        null);
  }

  /** Why the figures of a run do not count; null: they do. */
  private static @Nullable String unsound(Replicated replicated) {
    Outcome outcome = replicated.run().result().outcome();
    return switch (outcome) {
      case COMPLETED -> null;
      case STUCK ->
          "%s in %d of %d"
              .formatted(
                  replicated.run().result().deadlock() == null ? "stuck" : "deadlock",
                  replicated.stuck(),
                  replicated.samples().replications());
      case SATURATED, INTERRUPTED, INVALID, SERVER_LOST -> outcome.word();
    };
  }

  private SizesPoint point(
      List<Integer> sizes,
      List<Standing> standings,
      @Nullable Replicated replicated,
      @Nullable String unsound) {
    Map<String, Double> waiting = new LinkedHashMap<>();
    List<PartResult> parts = replicated == null ? null : replicated.run().result().parts();
    for (PartResult part : parts == null ? List.<PartResult>of() : parts) {
      String pool = part.pool();
      if (pool != null && part.personClass() == null) {
        waiting.put(pool, Digits.rounded(part.flow().waiting()));
      }
    }
    return new SizesPoint(
        question.byPool(sizes),
        question.cost(sizes),
        Judgement.together(standings.stream().map(Standing::verdict)),
        replicated == null ? 0 : replicated.samples().replications(),
        replicated != null && replicated.nobodyWaited(),
        waiting,
        standings,
        unsound);
  }
}
