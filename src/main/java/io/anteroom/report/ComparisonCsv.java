package io.anteroom.report;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.compare.ArmContrast;
import io.anteroom.study.compare.ArmFigures;
import io.anteroom.study.compare.Comparison;
import io.anteroom.study.sweep.Csv;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as a table for other programs: a row for each metric of each arm, with its interval
 * and how it differs from the baseline. Durations are in whole nanoseconds, shares from 0 to 1,
 * rates per second.
 */
final class ComparisonCsv {
  private static final List<String> HEADER =
      List.of(
          "arm",
          "forks",
          "metric",
          "unit",
          "value",
          "low",
          "high",
          "against",
          "verdict",
          "scale",
          "change",
          "changeLow",
          "changeHigh",
          "probability",
          "forksNeeded");

  private ComparisonCsv() {}

  static String text(Comparison comparison) {
    StringBuilder text = new StringBuilder(Csv.row(HEADER));
    for (ArmFigures arm : comparison.arms()) {
      for (Map.Entry<String, Estimate> figure : arm.metrics().entrySet()) {
        PartMetrics.recorded(figure.getKey())
            .ifPresent(
                metric -> text.append(Csv.row(row(comparison, arm, metric, figure.getValue()))));
      }
    }
    return text.toString();
  }

  private static List<String> row(
      Comparison comparison, ArmFigures arm, Metric metric, Estimate estimate) {
    @Nullable ArmContrast contrast = comparison.contrast(arm.label(), metric.name()).orElse(null);
    @Nullable Estimate change = contrast == null ? null : contrast.estimate();
    return List.of(
        arm.label(),
        Integer.toString(arm.counted()),
        metric.name(),
        CsvReport.unit(metric),
        metric.unit().plainText(estimate.mean()),
        metric.unit().plainText(estimate.low()),
        metric.unit().plainText(estimate.high()),
        contrast == null ? "" : comparison.arms().getFirst().label(),
        contrast == null ? "" : contrast.verdict(),
        contrast == null ? "" : contrast.scale(),
        change == null ? "" : Double.toString(change.mean()),
        change == null ? "" : Double.toString(change.low()),
        change == null ? "" : Double.toString(change.high()),
        contrast == null || contrast.probability() == null ? "" : contrast.probability().toString(),
        contrast == null || contrast.forksNeeded() == null
            ? ""
            : contrast.forksNeeded().toString());
  }
}
