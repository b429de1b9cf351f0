package io.anteroom.result.metric;

import io.anteroom.result.Presence;
import io.anteroom.result.Run;
import io.anteroom.theory.Prediction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The metrics of how many persons were present over the measured time. */
final class LineMetrics {
  private static final String LINE = "lineLength";
  private static final Pattern PERCENTILE =
      Pattern.compile(LINE + "\\.p(\\d{1,2}(?:\\.\\d{1,9})?)");

  /** The mean number of persons who waited. */
  static final Metric MEAN =
      metric(
          LINE + ".mean",
          "persons who waited, on average over time",
          MetricSource.PRESENCE,
          Metric.Readings.of(run -> mean(run, Presence::waiting))
              .theory(TheoryGauge.predicted((known, hold) -> known.meanLineLength())));

  /** The mean number of persons who waited or were in a room. */
  static final Metric IN_SYSTEM =
      metric(
          "inSystem.mean",
          "persons who waited or were in a room, on average over time",
          MetricSource.PRESENCE,
          Metric.Readings.of(run -> mean(run, Presence::inSystem))
              .theory(TheoryGauge.predicted(Prediction::meanInSystem)));

  private LineMetrics() {}

  /** Those that are listed. */
  static List<Metric> listed() {
    return List.of(MEAN, percentile("99"), IN_SYSTEM);
  }

  /** The percentile of that name, such as {@code lineLength.p99}: any X with 0 &lt; X &lt; 100. */
  static Optional<Metric> percentileNamed(String name) {
    Matcher matcher = PERCENTILE.matcher(name);
    return matcher.matches() && Double.parseDouble(matcher.group(1)) > 0
        ? Optional.of(percentile(matcher.group(1)))
        : Optional.empty();
  }

  private static Metric percentile(String percent) {
    double percentile = Double.parseDouble(percent);
    return metric(
        LINE + ".p" + percent,
        "persons who waited: for " + percent + "% of the time no more than that",
        MetricSource.LINE_LENGTHS,
        Metric.Readings.of(run -> percentile(run.result().presence(), percentile))
            .theory(TheoryGauge.predicted((known, hold) -> known.lineLengthQuantile(percentile))));
  }

  private static Metric metric(
      String name, String meaning, MetricSource source, Metric.Readings readings) {
    return new Metric(
        name,
        Unit.NUMBER,
        meaning,
        MetricKind.GAUGE,
        source,
        readings,
        Metric.Look.in(MetricGroup.FLOW).words("has", "more", "fewer", "persons (" + name + ")"));
  }

  private static OptionalDouble mean(Run run, Function<Presence, Double> figure) {
    Presence presence = run.result().presence();
    return presence == null ? OptionalDouble.empty() : OptionalDouble.of(figure.apply(presence));
  }

  private static OptionalDouble percentile(@Nullable Presence presence, double percent) {
    Histogram lengths = presence == null ? null : presence.lineLengths();
    return lengths == null || lengths.getTotalCount() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) lengths.getValueAtPercentile(percent));
  }
}
