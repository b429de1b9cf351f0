package io.anteroom.report;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One metric of many cells, by where these lie. */
final class CellFigures {
  private final Metric metric;
  private final Map<Map<String, String>, CellRecord> byPoint = new HashMap<>();

  CellFigures(Metric metric, List<CellRecord> cells) {
    this.metric = metric;
    cells.forEach(cell -> byPoint.put(cell.point(), cell));
  }

  Metric metric() {
    return metric;
  }

  @Nullable CellRecord at(Map<String, String> point) {
    return byPoint.get(point);
  }

  /** The metric of a cell, if its run means something. */
  @Nullable Double figure(@Nullable CellRecord cell) {
    return cell == null || !cell.outcome().measured() ? null : cell.metrics().get(metric.name());
  }

  /** The interval that holds the figure; null where none is known. */
  @Nullable Estimate interval(@Nullable CellRecord cell) {
    return cell == null || figure(cell) == null || cell.intervals() == null
        ? null
        : cell.intervals().get(metric.name());
  }

  /** How sure the figure is, for a person to read; empty where that is not known. */
  String margin(@Nullable CellRecord cell) {
    Estimate interval = interval(cell);
    Double figure = figure(cell);
    return interval == null || figure == null
        ? ""
        : Margin.of(metric, interval, figure).replace(" ", "");
  }

  /** The figure for a person to read; else what became of the cell. */
  String text(@Nullable CellRecord cell) {
    Double figure = figure(cell);
    if (figure != null) {
      return PlanFigures.text(metric.unit(), figure);
    }
    return cell == null || cell.outcome() == CellOutcome.COMPLETED ? "–" : "✗";
  }

  /** Of these cells those that have a figure, as figures. */
  double[] figures(List<CellRecord> cells) {
    return cells.stream()
        .map(this::figure)
        .filter(figure -> figure != null)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** A unit as the scripts of pages know it. */
  static String word(Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }

  static int widest(Axis axis, int most) {
    return axis.values().stream().mapToInt(value -> Math.min(value.length(), most)).max().orElse(0);
  }
}
