package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Align;
import io.anteroom.report.facts.Block.Bar;
import io.anteroom.report.facts.Block.Bars;
import io.anteroom.report.facts.Block.Chart;
import io.anteroom.report.facts.Block.Column;
import io.anteroom.report.facts.Block.Details;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.report.facts.ComparisonData.Dot;
import io.anteroom.report.facts.ComparisonData.MetricDots;
import io.anteroom.report.facts.Section;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.compare.ArmContrast;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arms of a comparison side by side. Below a figure is how sure it is; an arrow beside it says
 * that it differs from the baseline's.
 */
record ArmTables(Comparison comparison) {
  static final String DIFFERENCES = "What the arms differ in";

  private static final int CELL = 12;
  private static final int LONGEST_LABEL = 24;
  private static final int BAR = 44;

  /** The metrics that at least one arm has data for. */
  private List<Metric> known() {
    Set<String> names = new LinkedHashSet<>();
    comparison.arms().forEach(arm -> names.addAll(arm.metrics().keySet()));
    return names.stream().flatMap(name -> PartMetrics.recorded(name).stream()).toList();
  }

  private int label() {
    int longest = comparison.arms().stream().mapToInt(arm -> arm.label().length()).max().orElse(0);
    return Math.min(longest, LONGEST_LABEL);
  }

  /** All arms by all metrics. */
  Table figures() {
    List<Metric> metrics = known();
    List<Column> columns = new ArrayList<>(List.of(Column.left("", label())));
    metrics.stream()
        .map(Metric::heading)
        .forEach(
            heading ->
                columns.add(
                    new Column(heading, Math.max(CELL, heading.length() + 2), Align.ARROW)));
    List<Row> rows = new ArrayList<>();
    for (ArmFigures arm : comparison.arms()) {
      rows.add(
          new Row(
              Weight.PLAIN,
              arm.label(),
              metrics.stream().map(metric -> figure(arm, metric)).toList()));
      List<String> margins =
          metrics.stream()
              .map(metric -> ArmInterval.shortText(metric, arm.metrics().get(metric.name())))
              .toList();
      if (margins.stream().anyMatch(margin -> !margin.isEmpty())) {
        rows.add(new Row(Weight.BELOW, "", margins));
      }
    }
    return new Table("Means over the forks", columns, rows);
  }

  private String figure(ArmFigures arm, Metric metric) {
    Estimate estimate = arm.metrics().get(metric.name());
    return estimate == null
        ? FigureText.NONE
        : PlanFigures.text(metric.unit(), estimate.mean()) + arrow(comparison, arm, metric);
  }

  /** Whether an arm's figure differs from the baseline's: an arrow after a blank, or nothing. */
  static String arrow(Comparison comparison, ArmFigures arm, Metric metric) {
    String verdict =
        comparison.contrast(arm.label(), metric.name()).map(ArmContrast::verdict).orElse("");
    return switch (verdict) {
      case ArmContrast.GREATER -> " ▲";
      case ArmContrast.SMALLER -> " ▼";
      default -> "";
    };
  }

  /** The waits of all arms, each with the interval that holds the true figure. */
  List<Block> bars() {
    Metric metric = Metrics.FIRST;
    double most =
        comparison.arms().stream()
            .map(arm -> arm.metrics().get(Metrics.FIRST_NAME))
            .mapToDouble(estimate -> estimate == null ? 0 : ArmInterval.end(estimate))
            .max()
            .orElse(0);
    Map<String, String> labels =
        ShortLabels.of(comparison.arms().stream().map(ArmFigures::label).toList(), label());
    return most <= 0
        ? List.of()
        : List.of(
            new Bars(
                Metrics.FIRST_NAME + ", and where its true mean lies",
                BAR,
                Double.NaN,
                comparison.arms().stream().map(arm -> bar(arm, metric, most, labels)).toList()));
  }

  private Bar bar(ArmFigures arm, Metric metric, double most, Map<String, String> labels) {
    Estimate estimate = arm.metrics().get(metric.name());
    return new Bar(
        Page.filled(labels.getOrDefault(arm.label(), arm.label()), label()),
        estimate == null ? 0 : estimate.mean() / most,
        estimate == null ? Double.NaN : ArmInterval.end(estimate) / most,
        "  " + (estimate == null ? "no figures" : ArmInterval.text(metric, estimate)),
        "");
  }

  /** Where the true means lie. */
  Section intervals() {
    List<Row> rows = new ArrayList<>();
    for (Metric metric : known()) {
      comparison.arms().forEach(arm -> rows.add(interval(arm, metric)));
    }
    return Section.of(
        "intervals",
        "How sure that is",
        new Chart(
            "intervals",
            "A dot for the mean of each arm, with the interval that holds its true mean",
            "A dot is the mean over the forks, and its bar the 95% interval. The baseline is as"
                + " dark as text, orange differs from it, blue shows no difference. A dot without a"
                + " bar is uncertain. Bars that overlap may differ all the same: what is compared"
                + " are the pairs of each fork."),
        Details.of(
            Table.of(
                "Means and intervals",
                List.of("metric", "arm", "mean", "from", "to", "against the baseline"),
                rows)));
  }

  private Row interval(ArmFigures arm, Metric metric) {
    Estimate estimate = arm.metrics().get(metric.name());
    return Row.of(
        metric.name(),
        arm.label(),
        PlanFigures.text(metric.unit(), estimate == null ? null : estimate.mean()),
        end(metric, estimate, estimate == null ? null : estimate.low()),
        end(metric, estimate, estimate == null ? null : estimate.high()),
        comparison
            .contrast(arm.label(), metric.name())
            .map(contrast -> contrast.verdict())
            .orElse("baseline"));
  }

  private static String end(Metric metric, @Nullable Estimate estimate, @Nullable Double figure) {
    return estimate != null && ArmInterval.uncertain(estimate)
        ? ArmInterval.UNCERTAIN
        : PlanFigures.text(metric.unit(), figure);
  }

  /** The same for charts. */
  List<MetricDots> dots() {
    return known().stream().map(this::dots).toList();
  }

  private MetricDots dots(Metric metric) {
    List<Dot> dots = new ArrayList<>();
    for (ArmFigures arm : comparison.arms()) {
      Estimate estimate = arm.metrics().get(metric.name());
      Estimate drawn = estimate == null || ArmInterval.uncertain(estimate) ? null : estimate;
      ArmContrast contrast = comparison.contrast(arm.label(), metric.name()).orElse(null);
      dots.add(
          new Dot(
              dots.size(),
              estimate == null ? null : estimate.mean(),
              drawn == null ? null : drawn.low(),
              drawn == null ? null : drawn.high(),
              contrast != null && contrast.differs(),
              contrast == null ? "" : contrast.sentence().replace("`", "")));
    }
    return new MetricDots(metric.name(), CellFigures.word(metric.unit()), dots);
  }

  /** In which settings the arms differ. */
  Table settings() {
    TreeSet<String> keys = new TreeSet<>();
    comparison.arms().forEach(arm -> keys.addAll(arm.settings().keySet()));
    keys.removeAll(ComparisonFacts.common(comparison).keySet());
    return Table.of(
        DIFFERENCES,
        Stream.concat(Stream.of("arm", "JDK"), keys.stream()).toList(),
        comparison.arms().stream().map(arm -> settings(arm, keys)).toList());
  }

  private static Row settings(ArmFigures arm, Set<String> keys) {
    return new Row(
        Weight.PLAIN,
        arm.label(),
        Stream.concat(
                Stream.of(arm.jdk()),
                keys.stream()
                    .map(key -> arm.settings().get(key))
                    .map(value -> Objects.requireNonNullElse(value, FigureText.NONE))
                    .map(String::valueOf))
            .toList());
  }
}
