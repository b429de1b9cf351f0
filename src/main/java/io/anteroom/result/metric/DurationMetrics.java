package io.anteroom.result.metric;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Quantiles;
import io.anteroom.result.Latency;
import io.anteroom.result.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one kind of duration, read from its histogram: mean, standard deviation, maximum
 * and any percentile.
 *
 * @param theory what formulas say of them
 * @param words for a difference in them, without what follows; null: those that suit any metric
 * @param prominence by statistic; all others are details
 */
record DurationMetrics(
    DurationKind kind,
    MetricSource source,
    MetricGroup group,
    DurationTheory theory,
    @Nullable ChangeWords words,
    Map<String, Prominence> prominence) {
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
          "p99.999", DurationMetrics::p99999);

  private static double p99999(Latency latency) {
    Long nanos = latency.p99999Nanos();
    return nanos == null ? Double.NaN : nanos;
  }

  /** Durations of which nothing else is known. */
  static DurationMetrics of(DurationKind kind, MetricSource source, MetricGroup group) {
    return new DurationMetrics(kind, source, group, DurationTheory.NONE, null, Map.of());
  }

  DurationMetrics theory(DurationTheory known) {
    return new DurationMetrics(kind, source, group, known, words, prominence);
  }

  DurationMetrics words(String verb, String more, String less) {
    ChangeWords all = new ChangeWords(verb, more, less, "");
    return new DurationMetrics(kind, source, group, theory, all, prominence);
  }

  DurationMetrics prominence(Map<String, Prominence> byStatistic) {
    return new DurationMetrics(kind, source, group, theory, words, byStatistic);
  }

  /** Its metrics, of the percentiles those that are asked for most. */
  List<Metric> listed() {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(metric("mean", MetricKind.MEAN, "mean", Histogram::getMean));
    metrics.add(
        metric("stddev", MetricKind.DEVIATION, "standard deviation", Histogram::getStdDeviation));
    metrics.add(metric("max", MetricKind.MAXIMUM, "longest", Histogram::getMaxValue));
    LISTED.forEach(percent -> metrics.add(percentile(percent)));
    return metrics;
  }

  /** The percentile of that name, such as {@code wait.p99.9}: any X with 0 &lt; X &lt; 100. */
  Optional<Metric> percentileNamed(String wanted) {
    if (!wanted.startsWith(kind.word() + ".")) {
      return Optional.empty();
    }
    Matcher matcher = PERCENTILE.matcher(wanted.substring(kind.word().length() + 1));
    return matcher.matches() && Double.parseDouble(matcher.group(1)) > 0
        ? Optional.of(percentile(matcher.group(1)))
        : Optional.empty();
  }

  private Metric percentile(String percent) {
    double percentile = Double.parseDouble(percent);
    Metric.Quantile quantile =
        new Metric.Quantile(
            percentile,
            this::count,
            run -> read(run, "tenth longest", DurationMetrics::reached),
            run -> read(run, "max", Histogram::getMaxValue));
    return metric(
        "p" + percent,
        MetricKind.QUANTILE,
        percent + "th percentile",
        durations -> durations.getValueAtPercentile(percentile),
        quantile);
  }

  /** What {@link Quantiles#LEAST_BEYOND} durations reached; of fewer, all. */
  private static double reached(Histogram durations) {
    long count = durations.getTotalCount();
    return count <= Quantiles.LEAST_BEYOND
        ? durations.getMinValue()
        : durations.getValueAtPercentile(100.0 * (count - Quantiles.LEAST_BEYOND) / count);
  }

  private long count(Run run) {
    long recorded = run.histograms().of(kind).getTotalCount();
    Latency latency = run.result().latency(kind);
    return recorded > 0 || latency == null ? recorded : latency.count();
  }

  private Metric metric(
      String statistic, MetricKind ofKind, String meaning, ToDoubleFunction<Histogram> figure) {
    return metric(statistic, ofKind, meaning, figure, null);
  }

  private Metric metric(
      String statistic,
      MetricKind ofKind,
      String meaning,
      ToDoubleFunction<Histogram> figure,
      Metric.@Nullable Quantile quantile) {
    boolean inParts = kind.ofVisits() && ofKind.estimated();
    return new Metric(
        kind.word() + "." + statistic,
        Unit.DURATION,
        kind.meaning() + ": " + meaning,
        ofKind,
        source,
        new Metric.Readings(
            run -> read(run, statistic, figure),
            inParts ? part -> figure.applyAsDouble(part.histograms().of(kind)) : null,
            theory.of(ofKind, quantile == null ? 0 : quantile.percent()),
            quantile,
            this::count),
        look(statistic, ofKind),
        kind);
  }

  private Metric.Look look(String statistic, MetricKind ofKind) {
    Metric.Look look =
        Metric.Look.in(group)
            .heading(kind.word() + " " + statistic)
            .as(prominence.getOrDefault(statistic, Prominence.DETAIL));
    return words == null || !(ofKind == MetricKind.MEAN || ofKind == MetricKind.QUANTILE)
        ? look
        : look.words(
            words.verb(),
            words.more(),
            words.less(),
            ofKind == MetricKind.MEAN ? "on average" : "at " + statistic);
  }

  /** A statistic that the result keeps is read there: it was taken from the same histogram. */
  private OptionalDouble read(Run run, String statistic, ToDoubleFunction<Histogram> figure) {
    Latency latency = run.result().latency(kind);
    ToDoubleFunction<Latency> kept = KEPT.get(statistic);
    if (latency != null && latency.count() > 0 && kept != null) {
      double value = kept.applyAsDouble(latency);
      if (!Double.isNaN(value)) {
        return OptionalDouble.of(value);
      }
    }
    Histogram durations = run.histograms().of(kind);
    return durations.getTotalCount() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(figure.applyAsDouble(durations));
  }
}
