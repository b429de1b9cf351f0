package io.anteroom.report;

import io.anteroom.report.facts.CellColumns;
import io.anteroom.report.facts.CellColumns.AxisColumn;
import io.anteroom.report.facts.CellColumns.MetricColumn;
import io.anteroom.report.facts.CellColumns.OutcomeWord;
import io.anteroom.result.FigureText;
import io.anteroom.result.VerdictRecord;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.Prominence;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cells as a page takes them along. Ten thousand have to fit into two megabytes, so of many cells
 * only the metrics that matter most are taken, and figures have six digits.
 */
final class CellsOfPage {
  /** Where the cells of a page are. */
  static final String WHERE =
      "Each has a results folder of its own beside this page; anteroom report cells/NAME/result"
          + " --format html makes a page of one.";

  private static final int MOST_FIGURES = 100_000;
  private static final int MOST_OF_NOTES = 100_000;
  private static final int DIGITS = 6;

  private final List<Axis> axes;
  private final List<CellRecord> cells;
  private int noted;

  private CellsOfPage(List<Axis> axes, List<CellRecord> cells) {
    this.axes = List.copyOf(axes);
    this.cells = List.copyOf(cells);
  }

  /**
   * The cells.
   *
   * @param metric that has to be among them; else null figures are drawn
   */
  static CellColumns of(List<Axis> axes, List<CellRecord> cells, String metric) {
    return new CellsOfPage(axes, cells).columns(metric);
  }

  private CellColumns columns(String metric) {
    return new CellColumns(
        cells.stream().map(CellRecord::name).toList(),
        axes.stream().map(this::axis).toList(),
        CellStanding.values().stream()
            .map(
                one -> new OutcomeWord(one.word(), one.good() ? "" : one.mark().sign(), one.lost()))
            .toList(),
        cells.stream().map(cell -> CellStanding.values().indexOf(CellStanding.of(cell))).toList(),
        metrics(metric),
        cells.stream().map(this::note).toList());
  }

  private AxisColumn axis(Axis axis) {
    Map<String, Integer> places = new LinkedHashMap<>();
    axis.values().forEach(value -> places.put(value, places.size()));
    return new AxisColumn(
        axis.name(),
        axis.values(),
        cells.stream()
            .map(cell -> places.getOrDefault(cell.point().getOrDefault(axis.name(), ""), -1))
            .toList());
  }

  private List<MetricColumn> metrics(String wanted) {
    Set<Metric> ordered = new LinkedHashSet<>();
    PartMetrics.recorded(wanted).ifPresent(ordered::add);
    ordered.addAll(Metrics.all(Prominence.HEADLINE));
    ordered.addAll(Metrics.all(Prominence.USUAL));
    ordered.addAll(Metrics.all());
    int most = Math.max(MOST_FIGURES / Math.max(cells.size(), 1), 1);
    return ordered.stream()
        .map(this::column)
        .filter(column -> column.figures().stream().anyMatch(Objects::nonNull))
        .limit(most)
        .toList();
  }

  private MetricColumn column(Metric metric) {
    CellFigures figures = new CellFigures(metric, List.of());
    List<@Nullable Double> rounded = new ArrayList<>();
    for (CellRecord cell : cells) {
      Double figure = figures.figure(cell);
      rounded.add(figure == null ? null : FigureText.roundedTo(DIGITS, figure.doubleValue()));
    }
    return new MetricColumn(metric.name(), CellFigures.word(metric.unit()), rounded);
  }

  private String note(CellRecord cell) {
    List<String> notes = new ArrayList<>();
    if (!cell.explanation().isEmpty()) {
      notes.add(cell.explanation());
    }
    VerdictRecord verdict = cell.verdict();
    if (verdict == null) {
      cell.notMet().forEach(expected -> notes.add("not met: " + expected));
    } else if (cell.outcome() == CellOutcome.COMPLETED && !CellStanding.of(cell).good()) {
      notes.add(verdict.sentence());
    }
    if (cell.noisy()) {
      notes.add("others took much of the machine");
    }
    String note = String.join(" · ", notes);
    noted += note.length();
    return noted <= MOST_OF_NOTES || note.isEmpty() ? note : "see its folder";
  }
}
