package io.anteroom.verdict;

import io.anteroom.expectation.Verdict;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether too few visits were measured for the quantiles that matter. */
final class FewVisits {
  private static final Pattern QUANTILE = Pattern.compile("(\\w+)\\.p([0-9.]+)");

  /** A quantile is a figure where at least so many lie beyond it. */
  private static final int LEAST_BEYOND = 10;

  /** With fewer visits not even the median is a figure. */
  private static final int LEAST_VISITS = 2 * LEAST_BEYOND;

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
    String counted = visits == 1 ? "1 visit had a room" : visits + " visits had a room";
    return Optional.of(
        visits == 0
            ? "nobody had a room while it was measured"
            : counted + ", and it takes " + LEAST_VISITS + " to know even the median");
  }

  private static Optional<String> ofQuantile(Run run, Verdict verdict) {
    Matcher quantile = QUANTILE.matcher(verdict.expectation().metric().name());
    if (!quantile.matches()) {
      return Optional.empty();
    }
    long count = count(run, quantile.group(1));
    double beyond = count * (1 - Double.parseDouble(quantile.group(2)) / 100);
    // 100 visits have 10 beyond p90, not 9.999999999999998.
    return Math.rint(beyond * 1e6) >= LEAST_BEYOND * 1e6
        ? Optional.empty()
        : Optional.of(
            "%s, but fewer than %d of %s lie beyond p%s"
                .formatted(
                    verdict.finding(), LEAST_BEYOND, FigureText.count(count), quantile.group(2)));
  }

  private static long count(Run run, String durations) {
    return switch (durations) {
      case "wait" -> run.histograms().wait.getTotalCount();
      case "uncorrectedWait" -> run.histograms().uncorrectedWait.getTotalCount();
      case "hold" -> run.histograms().hold.getTotalCount();
      case "response" -> run.histograms().response.getTotalCount();
      case "abandonedWait" -> run.histograms().abandonedWait.getTotalCount();
      case "lateness" -> run.histograms().lateness.getTotalCount();
      case "canary" -> run.histograms().canary.getTotalCount();
      default -> throw new IllegalArgumentException(durations + ": there are no such durations");
    };
  }
}
