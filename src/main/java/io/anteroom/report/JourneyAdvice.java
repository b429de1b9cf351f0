package io.anteroom.report;

import io.anteroom.result.Deadlock;
import io.anteroom.result.FigureText;
import io.anteroom.result.Outcome;
import io.anteroom.result.PartResult;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.verdict.RunVerdict;
import org.jspecify.annotations.Nullable;

/** What to do after a run with several pools, in a sentence or two. */
final class JourneyAdvice {
  private static final double BUSY = 0.9;
  private static final double GIVING_UP = 0.01;

  private JourneyAdvice() {}

  /** A sentence or two, each ending in a full stop. */
  static String of(Run run, RunVerdict verdict) {
    RunResult result = run.result();
    Deadlock ended = result.outcome() == Outcome.STUCK ? null : result.deadlock();
    String first = ended == null ? "" : ended.wordsOfPatience() + " " + ended.advice() + " ";
    return first + ofKind(run, verdict);
  }

  private static String ofKind(Run run, RunVerdict verdict) {
    RunResult result = run.result();
    return switch (verdict.kind()) {
      case INVALID -> SharedAdvice.CONTRADICTION;
      case STUCK -> stuck(result.deadlock());
      case SERVER_LOST -> SharedAdvice.SERVER_LOST;
      case INTERRUPTED -> SharedAdvice.INTERRUPTED;
      case TOO_FEW_VISITS -> "Make more visits: of so few percentiles say little.";
      case PRECISION_NOT_MET -> SharedAdvice.LESS_SURE;
      case OBJECTIVE_NOT_JUDGED ->
          SharedAdvice.unsure(verdict)
              .orElse(
                  "Run it longer, or expect something that this run has data for; \"anteroom"
                      + " metrics\" says what there is.");
      case MACHINE_TOO_NOISY, CARRIERS_HELD ->
          "Use a quieter machine, longer holds or fewer persons, or simulate it: in simulated time"
              + " no machine is late.";
      case SATURATED, OBJECTIVE_MISSED, THEORY_DISAGREES, OBJECTIVE_MET, COMPLETED ->
          PartFacts.bottleneck(run)
              .map(pool -> bottleneck(result, pool))
              .orElse("Nobody waits to speak of: every pool has rooms to spare.");
    };
  }

  private static String stuck(@Nullable Deadlock deadlock) {
    return deadlock == null ? SharedAdvice.STUCK : deadlock.advice();
  }

  private static String bottleneck(RunResult result, PartResult pool) {
    double utilisation = pool.flow().utilisation();
    String taken = FigureText.share(Double.isFinite(utilisation) ? utilisation : 0);
    double all = (double) result.visits().completed() + result.visits().abandoned();
    double gaveUp = result.visits().abandoned() / Math.max(all, 1);
    if (gaveUp > GIVING_UP) {
      return "%s gave up; give pool %s more rooms first, which are taken for %s of the time, or hold them for less long."
          .formatted(FigureText.share(gaveUp), pool.pool(), taken);
    }
    if (PartFacts.pools(result) == 1) {
      return "The rooms of pool %s are taken for %s of the time; more of them shorten the waits."
          .formatted(pool.pool(), taken);
    }
    return utilisation > BUSY
        ? "Give pool %s more rooms, or hold them for less long: they are taken for %s of the time, and most of the waiting is for them."
            .formatted(pool.pool(), taken)
        : "Most of the waiting is for pool %s, whose rooms are taken for %s of the time; rooms elsewhere would help less."
            .formatted(pool.pool(), taken);
  }
}
