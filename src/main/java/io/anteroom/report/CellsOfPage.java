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
import io.anteroom.statistics.Estimate;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cells as a page takes them along. Ten thousand have to fit into two megabytes, so of many cells
 * only the metrics that matter most are taken, and figures have six digits.
 */
final class CellsOfPage {
  private static final int MOST_FIGURES = 100_000;

  /** A figure and both ends of its interval are three. */
  private static final int MOST_WITH_INTERVALS = 60_000 / 3;

  private static final int MOST_OF_NOTES = 100_000;
  private static final int DIGITS = 6;

  private final List<Axis> axes;
  private final List<CellRecord> cells;
  private final boolean pages;
  private int noted;

  private CellsOfPage(List<Axis> axes, List<CellRecord> cells, boolean pages) {
    this.axes = List.copyOf(axes);
    this.cells = List.copyOf(cells);
    this.pages = pages;
  }

  /** Where the cells of a page are. */
  static String where(boolean pages) {
    return pages
        ? "The name of a cell opens its page, in its results folder beside this one."
        : "Each has a results folder of its own beside this page; anteroom report"
            + " cells/NAME/result --format html makes a page of one.";
  }

  /**
   * The cells.
   *
   * @param metric that has to be among them; else null figures are drawn
   * @param pages whether each result has a page of its own
   */
  static CellColumns of(List<Axis> axes, List<CellRecord> cells, String metric, boolean pages) {
    return new CellsOfPage(axes, cells, pages).columns(metric);
  }

  private CellColumns columns(String metric) {
    return new CellColumns(
        cells.stream().map(CellRecord::name).toList(),
        pages,
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
    int mostWithIntervals = MOST_WITH_INTERVALS / Math.max(cells.size(), 1);
    List<MetricColumn> columns = new ArrayList<>();
    for (Metric metric : ordered) {
      if (columns.size() < most && cells.stream().anyMatch(cell -> has(metric, cell))) {
        columns.add(column(metric, columns.size() < mostWithIntervals));
      }
    }
    return columns;
  }

  private static boolean has(Metric metric, CellRecord cell) {
    return new CellFigures(metric, List.of()).figure(cell) != null;
  }

  private MetricColumn column(Metric metric, boolean withIntervals) {
    CellFigures figures = new CellFigures(metric, List.of());
    boolean sure = withIntervals && cells.stream().anyMatch(cell -> figures.interval(cell) != null);
    return new MetricColumn(
        metric.name(),
        CellFigures.word(metric.unit()),
        rounded(figures::figure),
        sure ? rounded(cell -> end(figures.interval(cell), true)) : List.of(),
        sure ? rounded(cell -> end(figures.interval(cell), false)) : List.of());
  }

  private static @Nullable Double end(@Nullable Estimate interval, boolean low) {
    return interval == null ? null : low ? Math.max(interval.low(), 0) : interval.high();
  }

  private List<@Nullable Double> rounded(Function<CellRecord, @Nullable Double> figures) {
    List<@Nullable Double> rounded = new ArrayList<>();
    for (CellRecord cell : cells) {
      Double figure = figures.apply(cell);
      rounded.add(figure == null ? null : FigureText.roundedTo(DIGITS, figure.doubleValue()));
    }
    return rounded;
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
    Long emptyStart = cell.emptyStartNanos();
    if (emptyStart != null) {
      notes.add("begins empty for " + FigureText.duration(emptyStart));
    }
    if (cell.noisy()) {
      notes.add("others took much of the machine");
    }
    String note = String.join(" · ", notes);
    noted += note.length();
    return noted <= MOST_OF_NOTES || note.isEmpty() ? note : "see its folder";
  }
}
