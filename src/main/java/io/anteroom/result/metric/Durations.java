package io.anteroom.result.metric;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.Quantiles;
import io.anteroom.result.Latency;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one kind of duration, read from its histogram: mean, standard deviation, maximum
 * and any percentile.
 */
final class Durations {
  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,9})?)");
  private static final List<String> LISTED = List.of("50", "90", "99", "99.9", "99.99", "99.999");

  /** The statistics that a result keeps beside the histogram. */
  private static final Map<String, ToDoubleFunction<Latency>> KEPT =
      Map.of(
          "mean", Latency::meanNanos,
          "stddev", Latency::stddevNanos,
          "max", Latency::maxNanos,
          "p50", Latency::p50Nanos,
          "p90", Latency::p90Nanos,
          "p99", Latency::p99Nanos,
          "p99.9", Latency::p999Nanos,
          "p99.99", Latency::p9999Nanos,
          "p99.999", Durations::p99999);

  private static double p99999(Latency latency) {
    Long nanos = latency.p99999Nanos();
    return nanos == null ? Double.NaN : nanos;
  }

  private final String name;
  private final String meaning;
  private final Function<Histograms, Histogram> histogram;
  private final Function<RunResult, @Nullable Latency> figures;

  /**
   * @param figures what a run that is older than the histogram has kept of it
   */
  Durations(
      String name,
      String meaning,
      Function<Histograms, Histogram> histogram,
      Function<RunResult, @Nullable Latency> figures) {
    this.name = name;
    this.meaning = meaning;
    this.histogram = histogram;
    this.figures = figures;
  }

  /** Its metrics, of the percentiles those that are asked for most. */
  List<Metric> listed() {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(metric("mean", "mean", Histogram::getMean));
    metrics.add(metric("stddev", "standard deviation", Histogram::getStdDeviation));
    metrics.add(metric("max", "longest", Histogram::getMaxValue));
    LISTED.forEach(percent -> metrics.add(percentile(percent)));
    return metrics;
  }

  /** The percentile of that name, such as {@code wait.p99.9}: any X with 0 &lt; X &lt; 100. */
  Optional<Metric> percentileNamed(String wanted) {
    if (!wanted.startsWith(name + ".")) {
      return Optional.empty();
    }
    Matcher matcher = PERCENTILE.matcher(wanted.substring(name.length() + 1));
    return matcher.matches() && Double.parseDouble(matcher.group(1)) > 0
        ? Optional.of(percentile(matcher.group(1)))
        : Optional.empty();
  }

  private Metric percentile(String percent) {
    double percentile = Double.parseDouble(percent);
    String statistic = "p" + percent;
    return new Metric(
        name + "." + statistic,
        Unit.DURATION,
        meaning + ": " + percent + "th percentile",
        run -> read(run, statistic, durations -> durations.getValueAtPercentile(percentile)),
        new Metric.Quantile(
            percentile,
            this::count,
            run -> read(run, "tenth longest", Durations::reached),
            run -> read(run, "max", Histogram::getMaxValue)));
  }

  /** What {@link Quantiles#LEAST_BEYOND} durations reached; of fewer, all. */
  private static double reached(Histogram durations) {
    long count = durations.getTotalCount();
    return count <= Quantiles.LEAST_BEYOND
        ? durations.getMinValue()
        : durations.getValueAtPercentile(100.0 * (count - Quantiles.LEAST_BEYOND) / count);
  }

  private long count(Run run) {
    long recorded = histogram.apply(run.histograms()).getTotalCount();
    Latency latency = figures.apply(run.result());
    return recorded > 0 || latency == null ? recorded : latency.count();
  }

  private Metric metric(String statistic, String words, ToDoubleFunction<Histogram> figure) {
    return new Metric(
        name + "." + statistic,
        Unit.DURATION,
        meaning + ": " + words,
        run -> read(run, statistic, figure));
  }

  private OptionalDouble read(Run run, String statistic, ToDoubleFunction<Histogram> figure) {
    Histogram durations = histogram.apply(run.histograms());
    if (durations.getTotalCount() > 0) {
      return OptionalDouble.of(figure.applyAsDouble(durations));
    }
    Latency latency = figures.apply(run.result());
    ToDoubleFunction<Latency> kept = KEPT.get(statistic);
    return latency == null || latency.count() == 0 || kept == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(kept.applyAsDouble(latency));
  }
}
