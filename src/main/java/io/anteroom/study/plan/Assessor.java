package io.anteroom.study.plan;

import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.Scenario;
import io.anteroom.study.plan.StoppableReplications.Replicated;
import io.anteroom.study.replication.Samples;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges one scenario after the other. An exact formula decides where there is one. Each scenario
 * is simulated under the same seeds (common random numbers), and again with twice as many
 * replications while it can't be told otherwise, or while the simulation does not agree with an
 * exact value. {@link #interrupt} may be called by any thread, the rest by one.
 */
final class Assessor {
  /** No more visits than this are simulated for one judgement. */
  private static final long MOST_VISITS = 20_000_000;

  private final Question question;
  private final StoppableReplications replications;
  private final AtomicInteger judged = new AtomicInteger();

  Assessor(Question question, int threads) {
    this.question = question;
    this.replications = new StoppableReplications(threads);
  }

  void interrupt() {
    replications.interrupt();
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
   * @throws StoppableReplications.StoppedException if the plan was told to end
   */
  Point assess(BigDecimal value, Scenario scenario, List<Objective> objectives, boolean thoroughly)
      throws InterruptedException {
    TheoryFigures theory = TheoryFigures.of(scenario);
    if (theory.endless()) {
      judged.incrementAndGet();
      return byFormula(value, theory, objectives);
    }
    List<Agreement> agreements =
        objectives.stream().map(objective -> Agreement.of(objective, theory)).toList();
    Scenario sized = question.lengthGiven() ? scenario : RunLength.chosen(scenario, objectives);
    int times = question.scenario().conduct().replications();
    long visits = Objects.requireNonNullElse(sized.demand().mostVisits(), 0L);
    while (true) {
      Simulated simulated = simulate(sized.withReplications(times), agreements);
      List<Standing> standings =
          agreements.stream().map(agreement -> standing(agreement, simulated)).toList();
      boolean disagreeing =
          !question.lengthGiven()
              && standings.stream().anyMatch(standing -> standing.excluding() != null);
      boolean enough =
          (!disagreeing && (!thoroughly || settled(standings)))
              || times * 2 > StoppableReplications.MOST
              || 2L * times * Math.max(visits, simulated.visits()) > MOST_VISITS;
      if (enough) {
        judged.incrementAndGet();
        return point(value, standings, theory, simulated, visits);
      }
      times *= 2;
    }
  }

  /** A candidate about which exact formulas say all there is to say; nothing is simulated. */
  static Point byFormula(BigDecimal value, TheoryFigures theory, List<Objective> objectives) {
    List<Standing> standings =
        objectives.stream()
            .map(
                objective ->
                    decided(objective, theory.of(objective).orElseThrow(), theory, Sampled.NONE))
            .toList();
    return new Point(
        value,
        theory.of(Metrics.UTILISATION).map(Known::figure).orElse(null),
        Judgement.together(standings.stream().map(Standing::verdict)),
        null,
        0,
        0,
        theory.endless(),
        false,
        standings);
  }

  /**
   * What came of the replications.
   *
   * @param visits that began
   * @param measured those that count, of each replication
   */
  private record Simulated(Samples samples, long visits, double measured, boolean nobodyWaited) {}

  private Simulated simulate(Scenario scenario, List<Agreement> agreements)
      throws InterruptedException {
    List<Metric> metrics =
        agreements.stream()
            .flatMap(
                agreement ->
                    Stream.concat(
                        Stream.of(agreement.objective().metric()), agreement.metrics().stream()))
            .toList();
    Replicated replicated = replications.runBriefly(scenario, metrics);
    VisitCounts counts = replicated.run().result().visits();
    long measured = counts.completed() + counts.abandoned() + counts.turnedAway();
    Samples samples = replicated.samples();
    int done = Math.max(samples.replications(), 1);
    return new Simulated(
        samples,
        (measured + counts.warmup()) / done,
        (double) measured / done,
        replicated.nobodyWaited());
  }

  private static Standing standing(Agreement agreement, Simulated simulated) {
    Objective objective = agreement.objective();
    @Nullable Known known = agreement.theory().of(objective).orElse(null);
    Sampled sampled = Sampled.of(objective, simulated.samples());
    if (known != null && known.exact()) {
      Standing standing = decided(objective, known, agreement.theory(), sampled);
      return sampled.estimate() != null
          ? standing.excluding(
              agreement.excluding(known.figure(), simulated.samples(), simulated.measured()))
          : standing;
    }
    return new Standing(
        objective.toString(),
        known == null ? null : known.shown(),
        sampled.estimate(),
        sampled.probability(),
        sampled.verdict(),
        Basis.SIMULATION,
        null,
        null);
  }

  /** Where an exact formula decides, whatever the replications say. */
  private static Standing decided(
      Objective objective, Known known, TheoryFigures theory, Sampled sampled) {
    return new Standing(
        objective.toString(),
        known.shown(),
        sampled.estimate(),
        sampled.probability(),
        objective.met(known.figure()) ? Judgement.MET : Judgement.FAILED,
        theory.endless() ? Basis.GROWTH : Basis.THEORY,
        known.exactBy(),
        null);
  }

  /** Whether more replications could change nothing: all is known, or something failed. */
  private static boolean settled(List<Standing> standings) {
    return standings.stream().anyMatch(standing -> standing.verdict() == Judgement.FAILED)
        || standings.stream().noneMatch(standing -> standing.verdict() == Judgement.UNDECIDED);
  }

  private static Point point(
      BigDecimal value,
      List<Standing> standings,
      TheoryFigures theory,
      Simulated simulated,
      long visits) {
    double missing = standings.stream().mapToDouble(standing -> 1 - probability(standing)).sum();
    return new Point(
        value,
        used(theory, simulated),
        Judgement.together(standings.stream().map(Standing::verdict)),
        Digits.probability(Math.max(1 - missing, 0)),
        simulated.samples().replications(),
        visits == 0 ? simulated.visits() : visits,
        false,
        simulated.nobodyWaited(),
        standings);
  }

  private static @Nullable Double used(TheoryFigures theory, Simulated simulated) {
    @Nullable Known known = theory.of(Metrics.UTILISATION).filter(Known::exact).orElse(null);
    if (known != null) {
      return known.figure();
    }
    OptionalDouble mean = Arrays.stream(simulated.samples().of(Metrics.UTILISATION)).average();
    return mean.isPresent() ? Digits.rounded(mean.getAsDouble()) : null;
  }

  /** What an exact formula says is certain; where nothing says anything, so is nothing. */
  private static double probability(Standing standing) {
    if (standing.basis() != Basis.SIMULATION) {
      return standing.verdict() == Judgement.MET ? 1 : 0;
    }
    Double probability = standing.probability();
    return probability == null ? 0 : probability;
  }
}
