package io.anteroom.report;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.compare.ArmContrast;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arms of a comparison as rows and metrics as columns, as many tables as the width asks for.
 * Below a figure is how sure it is; an arrow beside it says that it differs from the baseline's.
 */
final class ComparisonTable {
  private static final int CELL = 12;
  private static final int LONGEST_LABEL = 24;
  private static final String NO_FIGURE = "–";
  private static final String GREATER = "▲";
  private static final String SMALLER = "▼";

  private final Comparison comparison;
  private final Page page;
  private final int label;

  ComparisonTable(Comparison comparison, Page page) {
    this.comparison = comparison;
    this.page = page;
    this.label =
        Math.min(
            comparison.arms().stream().mapToInt(arm -> arm.label().length()).max().orElse(0),
            LONGEST_LABEL);
  }

  void print() {
    List<Metric> shown = new ArrayList<>(known(comparison).values());
    int most = Math.max((Page.WIDTH - label) / CELL, 1);
    int tables = Math.max((shown.size() + most - 1) / most, 1);
    int columns = (shown.size() + tables - 1) / tables;
    for (int first = 0; first < shown.size(); first += Math.max(columns, 1)) {
      print(shown.subList(first, Math.min(first + columns, shown.size())));
      page.blank();
    }
  }

  /** The metrics that at least one arm has data for. */
  static Map<String, Metric> known(Comparison comparison) {
    Map<String, Metric> known = new LinkedHashMap<>();
    for (ArmFigures arm : comparison.arms()) {
      for (String name : arm.metrics().keySet()) {
        Metrics.find(name).ifPresent(metric -> known.put(name, metric));
      }
    }
    return known;
  }

  private void print(List<Metric> metrics) {
    Style style = page.style();
    StringBuilder headings = new StringBuilder(" ".repeat(label));
    for (Metric metric : metrics) {
      String heading = metric.heading();
      headings.append(PlanFigures.padded(heading, CELL - 1)).append(' ');
    }
    page.line(style.faint(headings.toString()));
    for (ArmFigures arm : comparison.arms()) {
      StringBuilder figures = new StringBuilder(label(arm.label()));
      StringBuilder sure = new StringBuilder(" ".repeat(label));
      for (Metric metric : metrics) {
        Estimate estimate = arm.metrics().get(metric.name());
        figures.append(
            PlanFigures.padded(
                estimate == null ? NO_FIGURE : PlanFigures.text(metric.unit(), estimate.mean()),
                CELL - 1));
        figures.append(mark(arm, metric));
        sure.append(PlanFigures.padded(ArmInterval.shortText(metric, estimate), CELL - 1))
            .append(' ');
      }
      page.line(figures.toString());
      if (!sure.toString().isBlank()) {
        page.line(style.faint(sure.toString()));
      }
    }
  }

  private String label(String whole) {
    String shown = whole.length() > label ? whole.substring(0, label - 1) + "…" : whole;
    return page.style().strong(shown) + " ".repeat(label - shown.length());
  }

  private String mark(ArmFigures arm, Metric metric) {
    String arrow = arrow(comparison, arm, metric);
    return arrow.equals(GREATER) ? page.style().orange(arrow) : page.style().blue(arrow);
  }

  /** Whether an arm's figure differs from the baseline's; a space where it does not. */
  static String arrow(Comparison comparison, ArmFigures arm, Metric metric) {
    String verdict =
        comparison.contrast(arm.label(), metric.name()).map(ArmContrast::verdict).orElse("");
    return switch (verdict) {
      case ArmContrast.GREATER -> GREATER;
      case ArmContrast.SMALLER -> SMALLER;
      default -> " ";
    };
  }
}
