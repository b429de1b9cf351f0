package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.Outcome;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.result.verdict.VerdictKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What to do where most visits of a run are left out of its figures: they began in the warm-up or,
 * in a closed model, after one person had made all its own.
 */
final class LittleMeasured {
  private static final double LITTLE = 0.1;

  /** In these the figures alone give the advice, and they are about little of the run. */
  private static final Set<VerdictKind> OF_FIGURES =
      EnumSet.of(
          VerdictKind.OBJECTIVE_MISSED,
          VerdictKind.THEORY_DISAGREES,
          VerdictKind.TOO_FEW_VISITS,
          VerdictKind.OBJECTIVE_MET,
          VerdictKind.COMPLETED);

  private LittleMeasured() {}

  /** The advice, with what is to be said of little that is measured. */
  static String with(String advice, RunResult result, VerdictKind kind) {
    boolean sound =
        result.outcome() == Outcome.COMPLETED
            && kind != VerdictKind.INVALID
            && result.visits().violations() == 0;
    Optional<String> little = sound ? of(result.visits()) : Optional.empty();
    return little
        .map(words -> OF_FIGURES.contains(kind) ? words : advice + " " + words)
        .orElse(advice);
  }

  private static Optional<String> of(VisitCounts visits) {
    double measured =
        (double) visits.completed() + visits.abandoned() + visits.censored() + visits.turnedAway();
    double share = measured / (measured + visits.warmup() + visits.cooldown());
    if (visits.cooldown() > measured && visits.cooldown() >= visits.warmup()) {
      return Optional.of(
          ("Set a duration, and the warm-up as a time: only %s of the visits are"
                  + " measured, those before the first person had made all of its own.")
              .formatted(FigureText.share(share)));
    }
    return share < LITTLE
        ? Optional.of(
            "Shorten the warm-up, or let the run last longer: only %s of the visits are measured."
                .formatted(FigureText.share(share)))
        : Optional.empty();
  }
}
