package io.anteroom.plan;

import io.anteroom.expectation.Metric;
import io.anteroom.expectation.Metrics;
import io.anteroom.experiment.Estimates;
import io.anteroom.experiment.Replications;
import io.anteroom.experiment.Samples;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Estimate;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.scenario.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Judges one scenario after the other: simulates each under the same seeds (common random numbers),
 * and again with twice as many replications while it can't tell. {@link #interrupt} may be called
 * by any thread, the rest by one.
 */
final class Assessor {
  /** From here on an objective counts as met; below the complement, as failed. */
  static final double SURE = 0.975;

  private static final int MOST_REPLICATIONS = 160;

  /** No more visits than this are simulated for one judgement. */
  private static final long MOST_VISITS = 20_000_000;

  private static final Metric UTILISATION = Metrics.find("utilisation").orElseThrow();

  private final Question question;
  private final int threads;
  private volatile @Nullable Replications running;
  private volatile boolean stopping;
  private final AtomicInteger judged = new AtomicInteger();

  Assessor(Question question, int threads) {
    this.question = question;
    this.threads = threads;
  }

  /** The plan was told to end early. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  void interrupt() {
    stopping = true;
    Replications simulating = running;
    if (simulating != null) {
      simulating.interrupt();
    }
  }

  boolean stopping() {
    return stopping;
  }

  /** How many candidates have been judged. */
  int judged() {
    return judged.get();
  }

  /**
   * Judges a scenario.
   *
   * @param value what it is called
   * @param thoroughly whether replications are added while it can't tell
   * @throws StoppedException if the plan was told to end
   */
  Point assess(BigDecimal value, Scenario scenario, List<Objective> objectives, boolean thoroughly)
      throws InterruptedException {
    TheoryFigures theory = TheoryFigures.of(scenario);
    if (Load.endless(scenario) && objectives.stream().anyMatch(Objective::aboutWaits)) {
      judged.incrementAndGet();
      return endless(value, objectives);
    }
    Scenario sized = question.lengthGiven() ? scenario : RunLength.chosen(scenario, objectives);
    int replications = question.scenario().conduct().replications();
    long visits = Objects.requireNonNullElse(sized.demand().mostVisits(), 0L);
    while (true) {
      Simulated simulated = simulate(sized.withReplications(replications), objectives);
      List<Standing> standings =
          objectives.stream().map(objective -> standing(objective, theory, simulated)).toList();
      boolean enough =
          !thoroughly
              || settled(standings, theory)
              || replications * 2 > MOST_REPLICATIONS
              || 2L * replications * Math.max(visits, simulated.visits()) > MOST_VISITS;
      if (enough) {
        judged.incrementAndGet();
        return point(value, standings, simulated, visits == 0 ? simulated.visits() : visits);
      }
      replications *= 2;
    }
  }

  private static Point endless(BigDecimal value, List<Objective> objectives) {
    List<Standing> standings =
        objectives.stream()
            .map(
                objective -> {
                  boolean use = objective.metricName().equals("utilisation");
                  boolean wait = objective.aboutWaits();
                  boolean met = use ? objective.met(1) : !objective.upper();
                  return new Standing(
                      objective.toString(),
                      use ? 1.0 : null,
                      null,
                      null,
                      use || wait ? (met ? Judgement.MET : Judgement.FAILED) : Judgement.UNDECIDED,
                      Basis.GROWTH);
                })
            .toList();
    return new Point(value, 1.0, Judgement.FAILED, 0.0, 0, 0, true, false, standings);
  }

  /** What came of the replications. */
  private record Simulated(Samples samples, long visits, boolean nobodyWaited) {}

  private Simulated simulate(Scenario scenario, List<Objective> objectives)
      throws InterruptedException {
    Replications replications =
        new Replications(
            scenario, objectives.stream().map(Objective::metric).toList(), null, threads);
    running = replications;
    if (stopping) {
      throw new StoppedException();
    }
    Run run = replications.run();
    if (stopping) {
      throw new StoppedException();
    }
    boolean nobodyWaited =
        run.result().waits().maxNanos() == 0 && run.result().abandonedWait().count() == 0;
    VisitCounts counts = run.result().visits();
    long all = counts.completed() + counts.abandoned() + counts.turnedAway() + counts.warmup();
    long each = all / Math.max(replications.samples().replications(), 1);
    return new Simulated(replications.samples(), each, nobodyWaited);
  }

  private static Standing standing(Objective objective, TheoryFigures theory, Simulated simulated) {
    OptionalDouble formula = theory.of(objective);
    Double figure = formula.isPresent() ? Digits.rounded(formula.getAsDouble()) : null;
    double[] samples = simulated.samples().of(objective.metric());
    if (samples.length < 2 || !Arrays.stream(samples).allMatch(Double::isFinite)) {
      return byTheory(objective, figure, theory, null, null);
    }
    Estimate estimate =
        Estimates.possible(objective.metric(), Estimates.student(samples, Estimates.LEVEL));
    double probability = Digits.probability(objective.probabilityMet(samples));
    if (probability >= SURE || probability <= 1 - SURE) {
      return new Standing(
          objective.toString(),
          figure,
          estimate,
          probability,
          probability >= SURE ? Judgement.MET : Judgement.FAILED,
          Basis.SIMULATION);
    }
    return byTheory(objective, figure, theory, estimate, probability);
  }

  /** Where the replications can't tell. */
  private static Standing byTheory(
      Objective objective,
      @Nullable Double figure,
      TheoryFigures theory,
      @Nullable Estimate estimate,
      @Nullable Double probability) {
    boolean known = figure != null && theory.exact();
    Judgement verdict =
        !known
            ? Judgement.UNDECIDED
            : objective.met(Objects.requireNonNull(figure)) ? Judgement.MET : Judgement.FAILED;
    return new Standing(
        objective.toString(),
        figure,
        estimate,
        probability,
        verdict,
        known ? Basis.THEORY : Basis.SIMULATION);
  }

  /**
   * Whether more replications could change nothing: all is met, or something failed, and no exact
   * formula says otherwise.
   */
  private boolean settled(List<Standing> standings, TheoryFigures theory) {
    boolean contradicted =
        theory.exact()
            && !question.lengthGiven()
            && standings.stream().anyMatch(Assessor::contradictsTheory);
    if (contradicted) {
      return false;
    }
    boolean failed =
        standings.stream()
            .anyMatch(
                standing ->
                    standing.verdict() == Judgement.FAILED && standing.basis() == Basis.SIMULATION);
    return failed
        || standings.stream()
            .allMatch(
                standing ->
                    standing.basis() == Basis.SIMULATION
                        && standing.verdict() != Judgement.UNDECIDED);
  }

  private static boolean contradictsTheory(Standing standing) {
    Double figure = standing.theory();
    Estimate estimate = standing.simulated();
    return figure != null
        && estimate != null
        && standing.basis() == Basis.SIMULATION
        && Objective.of(standing).met(figure) != (standing.verdict() == Judgement.MET);
  }

  private static Point point(
      BigDecimal value, List<Standing> standings, Simulated simulated, long visits) {
    List<Double> probabilities = new ArrayList<>();
    for (Standing standing : standings) {
      Double probability = standing.probability();
      probabilities.add(probability == null ? 0 : probability);
    }
    double missing = probabilities.stream().mapToDouble(probability -> 1 - probability).sum();
    OptionalDouble utilisation = Arrays.stream(simulated.samples().of(UTILISATION)).average();
    return new Point(
        value,
        utilisation.isPresent() ? Digits.rounded(utilisation.getAsDouble()) : null,
        Judgement.together(standings.stream().map(Standing::verdict)),
        Digits.probability(Math.max(1 - missing, 0)),
        simulated.samples().replications(),
        visits,
        false,
        simulated.nobodyWaited(),
        standings);
  }
}
