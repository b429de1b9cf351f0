package io.anteroom.report;

import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.svg.LinearAxis;
import io.anteroom.report.svg.NamedAxis;
import io.anteroom.report.svg.Plot;
import io.anteroom.report.svg.Spot;
import io.anteroom.report.svg.Svg;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Prominence;
import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.compare.ArmContrast;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Comparison;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The main metrics of a comparison as one picture: for each arm a dot, and the interval of it. */
final class ComparisonSvg {
  private static final int ROW = 30;
  private static final int ABOVE = 50;
  private static final int BELOW = 34;
  private static final int LONGEST_LABEL = 28;
  private static final double LETTER = 6.6;

  private ComparisonSvg() {}

  static String text(Comparison comparison) {
    Svg svg = new Svg();
    ReportHead head = ComparisonFacts.of(comparison).head();
    String figures = head.beside() + " · dots are means, whiskers their 95% intervals";
    double y = SvgReport.header(svg, head, figures);
    for (Metric metric : Metrics.all(Prominence.MAIN)) {
      y = draw(svg, comparison, metric, y);
    }
    return svg.document(
        SvgReport.WIDTH,
        (int) Math.ceil(y) + 10,
        "Anteroom: " + head.name() + ", compared",
        description(comparison));
  }

  private static double draw(Svg svg, Comparison comparison, Metric metric, double y) {
    List<ArmFigures> arms = comparison.arms();
    double most =
        arms.stream()
            .map(arm -> arm.metrics().get(metric.name()))
            .mapToDouble(estimate -> estimate == null ? 0 : ArmInterval.end(estimate))
            .max()
            .orElse(0);
    if (most <= 0) {
      return y;
    }
    List<String> full = arms.stream().map(ArmFigures::label).toList();
    Map<String, String> shortened = ShortLabels.of(full, LONGEST_LABEL);
    List<String> labels = full.stream().map(label -> shortened.getOrDefault(label, label)).toList();
    double left =
        SvgReport.MARGIN + 20 + LETTER * labels.stream().mapToInt(String::length).max().orElse(0);
    double height = ROW * (double) arms.size();
    Plot plot =
        new Plot(
            svg,
            new Plot.Frame(left, y + ABOVE, SvgReport.WIDTH - left - 4 * SvgReport.MARGIN, height),
            LinearAxis.to(
                most, step(metric.unit(), most), 6, value -> tick(metric.unit(), value, most)),
            new NamedAxis(labels));
    for (int i = 0; i < arms.size(); i++) {
      drawArm(plot, comparison, arms.get(i), metric, i);
    }
    plot.heading(metric.name() + ": " + metric.meaning(), List.of());
    return y + ABOVE + height + BELOW;
  }

  private static void drawArm(
      Plot plot, Comparison comparison, ArmFigures arm, Metric metric, int row) {
    Estimate estimate = arm.metrics().get(metric.name());
    if (estimate == null) {
      plot.note("faint", new Spot(0, row), 8, 4, "no figures");
      return;
    }
    String verdict =
        comparison.contrast(arm.label(), metric.name()).map(ArmContrast::verdict).orElse("");
    String colour =
        switch (verdict) {
          case ArmContrast.GREATER -> "orange";
          case ArmContrast.SMALLER -> "blue";
          default -> "grey";
        };
    if (!ArmInterval.uncertain(estimate)) {
      plot.whiskerAcross("line " + colour, row, Math.max(estimate.low(), 0), estimate.high());
    }
    plot.dot("dot " + colour, new Spot(estimate.mean(), row), 5);
    String arrow = ArmTables.arrow(comparison, arm, metric);
    plot.note(
        "",
        new Spot(ArmInterval.end(estimate), row),
        12,
        4,
        PlanFigures.text(metric.unit(), estimate.mean()) + arrow);
  }

  private static BigDecimal step(Unit unit, double most) {
    return unit == Unit.DURATION ? FigureText.unitOf(most).nanos() : BigDecimal.ONE;
  }

  static String tick(Unit unit, double value, double most) {
    return unit == Unit.DURATION
        ? SvgReport.tick(value, most)
        : value == 0 ? "0" : PlanFigures.text(unit, value);
  }

  private static String description(Comparison comparison) {
    return Metrics.all(Prominence.MAIN).stream()
        .map(
            metric ->
                metric.name()
                    + ": "
                    + comparison.arms().stream()
                        .map(arm -> arm.label() + " " + interval(arm, metric))
                        .collect(Collectors.joining("; "))
                    + ".")
        .collect(Collectors.joining(" "));
  }

  private static String interval(ArmFigures arm, Metric metric) {
    Estimate estimate = arm.metrics().get(metric.name());
    return estimate == null ? "without figures" : ArmInterval.text(metric, estimate);
  }
}
