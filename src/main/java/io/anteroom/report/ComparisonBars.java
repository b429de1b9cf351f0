package io.anteroom.report;

import io.anteroom.result.metric.Metric;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Comparison;
import org.jspecify.annotations.Nullable;

/** One metric of all arms as bars, each with the interval that holds the true figure. */
final class ComparisonBars {
  private static final int WIDTH = 44;
  private static final int LONGEST_LABEL = 24;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private ComparisonBars() {}

  static void print(Comparison comparison, Metric metric, Page page) {
    String name = metric.name();
    double most =
        comparison.arms().stream()
            .map(arm -> arm.metrics().get(name))
            .mapToDouble(estimate -> estimate == null ? 0 : ArmInterval.end(estimate))
            .max()
            .orElse(0);
    if (most <= 0) {
      return;
    }
    int label =
        Math.min(
            comparison.arms().stream().mapToInt(arm -> arm.label().length()).max().orElse(0),
            LONGEST_LABEL);
    page.line(page.style().faint(name + ", and where its true mean lies"));
    for (ArmFigures arm : comparison.arms()) {
      Estimate estimate = arm.metrics().get(name);
      String shown = arm.label().substring(0, Math.min(arm.label().length(), label));
      page.line(
          shown
              + " ".repeat(label - shown.length() + 2)
              + page.style().blue(bar(estimate, most))
              + "  "
              + (estimate == null ? "no figures" : ArmInterval.text(metric, estimate)));
    }
    page.blank();
  }

  private static String bar(@Nullable Estimate estimate, double most) {
    if (estimate == null) {
      return " ".repeat(WIDTH);
    }
    int eighths = (int) Math.round(Math.clamp(estimate.mean() / most, 0, 1) * WIDTH * 8);
    String bar = "█".repeat(eighths / 8) + (eighths % 8 == 0 ? "" : EIGHTHS.charAt(eighths % 8));
    int end = (int) Math.round(Math.clamp(ArmInterval.end(estimate) / most, 0, 1) * WIDTH);
    String whisker = end > bar.length() ? "─".repeat(end - bar.length() - 1) + "┤" : "";
    return (bar + whisker + " ".repeat(WIDTH)).substring(0, WIDTH);
  }
}
