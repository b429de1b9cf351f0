package io.anteroom.result.verdict;

import io.anteroom.measure.Quantiles;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Verdict;
import java.util.List;
import java.util.Optional;

/** Tells whether too few visits were measured for the quantiles that matter. */
final class FewVisits {
  /** With fewer visits not even the median is a figure. */
  private static final long LEAST_VISITS = Quantiles.leastCount(50);

  private FewVisits() {}

  /**
   * Why there are too few; empty if there are enough. Where something was expected, the quantiles
   * that it names matter, else all of them.
   */
  static Optional<String> of(Run run, List<Verdict> expectations) {
    return expectations.isEmpty()
        ? ofAny(run.result().waits().count())
        : expectations.stream().flatMap(verdict -> ofQuantile(run, verdict).stream()).findFirst();
  }

  private static Optional<String> ofAny(long visits) {
    if (visits >= LEAST_VISITS) {
      return Optional.empty();
    }
    return Optional.of(
        visits == 0
            ? "nobody had a room while it was measured"
            : FigureText.count(visits, "visit")
                + " had a room, and it takes "
                + LEAST_VISITS
                + " to know even the median");
  }

  private static Optional<String> ofQuantile(Run run, Verdict verdict) {
    Metric.Quantile quantile = verdict.expectation().metric().quantile();
    if (quantile == null || quantile.known(run)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s, but fewer than %d of %s lie beyond it"
            .formatted(
                verdict.finding(),
                Quantiles.LEAST_BEYOND,
                FigureText.count(quantile.count().applyAsLong(run))));
  }
}
