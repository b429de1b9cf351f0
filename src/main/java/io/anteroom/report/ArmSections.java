package io.anteroom.report;

import io.anteroom.measure.Quantiles;
import io.anteroom.report.ArmHistograms.Kind;
import io.anteroom.report.html.ChartSection;
import io.anteroom.report.html.DataTable;
import io.anteroom.report.html.DataTable.Row;
import io.anteroom.report.html.Section;
import io.anteroom.report.html.TableSection;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metric;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The parts of a comparison's page that show the arms side by side. */
record ArmSections(Comparison comparison, ArmHistograms recorded) {
  private static final String NO_FIGURE = "–";

  private static final List<Double> PERCENTILES =
      List.of(50.0, 90.0, 99.0, 99.5, 99.9, 99.95, 99.99, 100.0);

  /** All arms by all metrics. */
  Section figures() {
    List<Metric> metrics = List.copyOf(ComparisonTable.known(comparison).values());
    List<Row> rows = new ArrayList<>();
    for (ArmFigures arm : comparison.arms()) {
      rows.add(
          new Row(
              arm.label(), metrics.stream().map(metric -> figure(arm, metric)).toList(), false));
      List<String> margins =
          metrics.stream()
              .map(metric -> ArmInterval.shortText(metric, arm.metrics().get(metric.name())))
              .toList();
      if (margins.stream().anyMatch(margin -> !margin.isEmpty())) {
        rows.add(new Row("", margins, true));
      }
    }
    List<String> headings =
        Stream.concat(Stream.of(""), metrics.stream().map(Metric::heading)).toList();
    return new TableSection(
        "arms",
        "Side by side",
        new DataTable("Means over the forks", headings, rows),
        ComparisonReport.reading(comparison));
  }

  private String figure(ArmFigures arm, Metric metric) {
    Estimate estimate = arm.metrics().get(metric.name());
    return estimate == null
        ? NO_FIGURE
        : (PlanFigures.text(metric.unit(), estimate.mean())
                + " "
                + ComparisonTable.arrow(comparison, arm, metric))
            .strip();
  }

  /** Where the true means lie. */
  Section intervals() {
    return new ChartSection(
        "intervals",
        "How sure that is",
        "A dot for the mean of each arm, with the interval that holds its true mean",
        "A dot is the mean over the forks, and its bar the 95% interval. Black is the baseline,"
            + " orange differs from it, blue shows no difference. A dot without a bar is uncertain."
            + " Bars that overlap may differ all the same: what is compared are the pairs of each"
            + " fork.",
        null,
        new DataTable(
            "Means and intervals",
            List.of("metric", "arm", "mean", "from", "to", "against the baseline"),
            intervalRows()));
  }

  private List<Row> intervalRows() {
    List<Row> rows = new ArrayList<>();
    for (Metric metric : ComparisonTable.known(comparison).values()) {
      for (ArmFigures arm : comparison.arms()) {
        Estimate estimate = arm.metrics().get(metric.name());
        rows.add(
            Row.of(
                metric.name(),
                arm.label(),
                text(metric, estimate == null ? null : estimate.mean()),
                end(metric, estimate, estimate == null ? null : estimate.low()),
                end(metric, estimate, estimate == null ? null : estimate.high()),
                comparison
                    .contrast(arm.label(), metric.name())
                    .map(contrast -> contrast.verdict())
                    .orElse("baseline")));
      }
    }
    return rows;
  }

  private static String end(Metric metric, @Nullable Estimate estimate, @Nullable Double figure) {
    return estimate != null && ArmInterval.uncertain(estimate)
        ? ArmInterval.UNCERTAIN
        : text(metric, figure);
  }

  private static String text(Metric metric, @Nullable Double figure) {
    return PlanFigures.text(metric.unit(), figure);
  }

  /** The distributions; none where nothing can be read. */
  Optional<Section> curves() {
    if (recorded.distributions().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ChartSection(
            "curves",
            "How long persons waited",
            "Percentiles of all arms, on HdrHistogram's axis",
            "The durations of all forks of an arm together. Read it from the left: at 99% stands"
                + " the duration that one visit in a hundred exceeds, and each step to the right is"
                + " ten times rarer. Forks differ, so the far right is one fork's bad luck more"
                + " often than an arm's fault.",
            null,
            new DataTable("Percentiles", percentileHeadings(), percentileRows())));
  }

  private List<String> percentileHeadings() {
    return Stream.concat(Stream.of("percentile"), comparison.arms().stream().map(ArmFigures::label))
        .toList();
  }

  private List<Row> percentileRows() {
    List<Row> rows = new ArrayList<>();
    for (Kind kind : ArmHistograms.KINDS) {
      for (double percentile : PERCENTILES) {
        List<String> cells =
            comparison.arms().stream()
                .map(arm -> percentile(recorded.of(arm.label(), kind), percentile))
                .toList();
        if (cells.stream().anyMatch(cell -> !cell.equals(NO_FIGURE))) {
          rows.add(
              new Row(kind.words() + " " + FigureText.number(percentile, 6) + "%", cells, false));
        }
      }
    }
    return rows;
  }

  private static String percentile(Histogram histogram, double percentile) {
    return Quantiles.known(histogram.getTotalCount(), percentile)
        ? FigureText.duration(histogram.getValueAtPercentile(percentile))
        : NO_FIGURE;
  }

  /** In which settings the arms differ; null: in none. */
  @Nullable DataTable settings() {
    Map<String, Object> common = ComparisonReport.settings(comparison);
    TreeSet<String> keys = new TreeSet<>();
    comparison.arms().forEach(arm -> keys.addAll(arm.settings().keySet()));
    keys.removeAll(common.keySet());
    List<String> headings = new ArrayList<>(List.of("arm", "JDK"));
    headings.addAll(keys);
    List<Row> rows =
        comparison.arms().stream()
            .map(
                arm ->
                    new Row(
                        arm.label(),
                        Stream.concat(
                                Stream.of(arm.jdk()),
                                keys.stream()
                                    .map(
                                        key ->
                                            String.valueOf(
                                                Objects.requireNonNullElse(
                                                    arm.settings().get(key), NO_FIGURE))))
                            .toList(),
                        false))
            .toList();
    return new DataTable("What the arms differ in", headings, rows);
  }
}
