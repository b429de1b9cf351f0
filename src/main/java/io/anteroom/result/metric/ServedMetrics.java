package io.anteroom.result.metric;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.scenario.DurationText;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * The shares of all arrivals that were served within a time, such as {@code wait.within(20s)}: call
 * centres call it the service level. Those who gave up, were turned away or were cut off by the end
 * of the run count as not served. Histograms keep three digits, so a duration that is longer than
 * the time by less than a thousandth may count as within it.
 */
final class ServedMetrics {
  /** What such a metric is called, for messages. */
  static final String EXAMPLES = "wait.within(20s) or response.within(300ms)";

  private static final Pattern NAME = Pattern.compile("(\\w+)\\.within\\(\\s*([^()]*?)\\s*\\)");
  private static final String NO_TIME = "within";
  private static final Map<String, DurationKind> KINDS =
      Map.of(
          DurationKind.WAIT.word(), DurationKind.WAIT,
          DurationKind.RESPONSE.word(), DurationKind.RESPONSE);

  private ServedMetrics() {}

  /** The metric of that name; empty where it is not one of these. */
  static Optional<Metric> find(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches() || !KINDS.containsKey(matcher.group(1))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          metric(
              name, KINDS.get(matcher.group(1)), DurationText.parse(matcher.group(2)).toNanos()));
    } catch (IllegalArgumentException notTime) {
      return Optional.empty();
    }
  }

  /** What is wrong with a name that looks like one of these; empty where none does. */
  static Optional<String> problem(String name) {
    Matcher matcher = NAME.matcher(name);
    boolean timeless =
        KINDS.keySet().stream().anyMatch(word -> name.startsWith(word + "." + NO_TIME));
    if (matcher.matches() && !KINDS.containsKey(matcher.group(1))) {
      return Optional.of("within goes with wait or response; write " + EXAMPLES);
    }
    return timeless
        ? Optional.of(
            "%s needs a time in parentheses, such as %s; allowed: %s"
                .formatted(
                    name.substring(0, name.indexOf(NO_TIME) + NO_TIME.length()),
                    EXAMPLES,
                    DurationText.ALLOWED))
        : Optional.empty();
  }

  private static Metric metric(String name, DurationKind kind, long nanos) {
    return new Metric(
        name,
        Unit.SHARE,
        "arrivals that were served, with a %s of at most %s"
            .formatted(kind.word(), Unit.DURATION.text((double) nanos, 3)),
        MetricKind.SERVED,
        MetricSource.VISITS,
        Metric.Readings.of(run -> share(run, kind, nanos))
            .over(ServedMetrics::arrivals)
            .theory(theory(kind, nanos)),
        Metric.Look.in(MetricGroup.DURATIONS)
            .as(Prominence.USUAL)
            .words("serves", "more", "fewer", "arrivals in time"));
  }

  private static TheoryGauge theory(DurationKind kind, long nanos) {
    return TheoryGauge.predicted(
        (known, hold) ->
            kind == DurationKind.WAIT
                ? known.waitWithinShare((double) nanos)
                : known.responseWithinShare(hold, (double) nanos));
  }

  private static OptionalDouble share(Run run, DurationKind kind, long nanos) {
    long all = arrivals(run);
    Histograms histograms = run.histograms();
    boolean kept = histograms.of(kind).getTotalCount() == run.result().visits().completed();
    return all > 0 && kept
        ? OptionalDouble.of((double) atMost(histograms.of(kind), nanos) / all)
        : OptionalDouble.empty();
  }

  private static long arrivals(Run run) {
    VisitCounts visits = run.result().visits();
    return VisitShares.arrived(visits) + visits.censored();
  }

  private static long atMost(Histogram durations, long nanos) {
    return durations.getTotalCount() == 0 ? 0 : durations.getCountBetweenValues(0, nanos);
  }
}
