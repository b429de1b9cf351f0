package io.anteroom.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.anteroom.measure.Quantiles;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metric;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.sweep.Sweep;
import io.anteroom.study.sweep.SweepFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A sweep for a person at a terminal: plain text, 80 columns wide. */
public final class SweepReport {
  private static final int MOST_MAPS = 4;
  private static final int MOST_FAILURES = 10;
  private static final int LONGEST_EXPLANATION = 240;

  private final Style style;
  private final Metric metric;
  private final SweepFolder folder;

  /**
   * @param metric what is drawn
   */
  public SweepReport(Style style, Metric metric, SweepFolder folder) {
    this.style = style;
    this.metric = metric;
    this.folder = folder;
  }

  /**
   * The whole text, ending in a line feed.
   *
   * @param cells those that have ended, in order
   */
  public String text(Sweep sweep, List<CellRecord> cells) {
    Page page = new Page(style);
    page.line(style.strong(headline(sweep)));
    page.paragraph(0, axes(sweep), style::faint);
    if (sweep.busyWaiting()) {
      page.paragraph(0, "In all cells " + BusyWaiting.WORDS + ".", style::faint);
    }
    page.blank();
    page.paragraph(0, outcomes(cells, sweep.cells().size() - cells.size()));
    page.blank();
    CellFigures figures = new CellFigures(metric, cells);
    printDrawings(sweep, figures, cells, page);
    printExtremes(figures, cells, page);
    printNoise(cells, page);
    printExpectations(cells, page);
    printFailures(cells, page);
    page.line(page.label("results") + folder.path());
    page.fact("", "cells.csv, cells.json; cells/ holds every cell's own results");
    if (cells.size() < sweep.cells().size()) {
      page.line(page.label("go on with") + "anteroom sweep --resume " + folder.path());
    }
    return page.text();
  }

  private static String headline(Sweep sweep) {
    return sweep.name()
        + " · "
        + FigureText.count(sweep.cells().size())
        + " cells · "
        + (sweep.simulated() ? "simulated time" : "real time");
  }

  private static String axes(Sweep sweep) {
    return Fact.parts(sweep.axes().stream().map(SweepReport::range).toList());
  }

  static String range(Axis axis) {
    List<String> values = axis.values();
    return values.size() <= 4
        ? axis.name() + " " + String.join(", ", values)
        : axis.name()
            + " "
            + values.getFirst()
            + " to "
            + values.getLast()
            + " ("
            + values.size()
            + ")";
  }

  private String outcomes(List<CellRecord> cells, int left) {
    Map<CellStanding, Long> counts =
        new TreeMap<>(cells.stream().collect(groupingBy(CellStanding::of, counting())));
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (standing, count) ->
            parts.add(
                style.of(standing.mark()) + " " + FigureText.count(count) + " " + standing.word()));
    if (left > 0) {
      parts.add(style.of(Mark.UNCLEAR) + " " + FigureText.count(left) + " have not run");
    }
    return Fact.parts(parts);
  }

  private String whyNone() {
    return metric.quantile() == null
        ? ""
        : ": it takes " + Quantiles.LEAST_BEYOND + " durations beyond a quantile";
  }

  private void printDrawings(Sweep sweep, CellFigures figures, List<CellRecord> cells, Page page) {
    double[] all = figures.figures(cells);
    List<Axis> axes =
        sweep.axes().stream()
            .filter(axis -> axis.values().size() > 1)
            .sorted(Comparator.comparingInt((Axis axis) -> -axis.values().size()))
            .toList();
    if (all.length == 0 && !cells.isEmpty()) {
      page.paragraph(0, "No cell has a figure for " + metric.name() + whyNone() + ".");
      page.blank();
    }
    if (axes.isEmpty() || all.length < 2) {
      return;
    }
    List<Axis> drawn = axes.subList(0, Math.min(axes.size(), 2));
    Shades shades = new Shades(all);
    List<Map<String, String>> rest = others(sweep, drawn);
    double full = Arrays.stream(all).max().orElse(0);
    for (Map<String, String> others : rest.subList(0, Math.min(rest.size(), MOST_MAPS))) {
      page.paragraph(0, title(drawn, others, axes.size() > 2));
      if (drawn.size() == 1) {
        new SweepCurve(figures, drawn.getFirst(), page).print(others, full);
      } else {
        new HeatMap(figures, shades, drawn.getFirst(), drawn.getLast(), page).print(others);
      }
      page.blank();
    }
    if (rest.size() > MOST_MAPS) {
      page.line("(not drawn: " + (rest.size() - MOST_MAPS) + " more like these; see cells.csv)");
      page.blank();
    }
    if (drawn.size() == 2) {
      printLegend(shades, cells, page);
    }
  }

  private String title(List<Axis> drawn, Map<String, String> others, boolean several) {
    String where =
        several
            ? others.entrySet().stream()
                .map(other -> other.getKey() + " " + other.getValue())
                .collect(Collectors.joining(", ", " where ", ""))
            : "";
    String over =
        drawn.size() == 1
            ? " by " + drawn.getFirst().name()
            : " by "
                + drawn.getFirst().name()
                + " (down) and "
                + drawn.getLast().name()
                + " (across)";
    return metric.name() + over + where;
  }

  /** What the axes that are not drawn are, in the cells' order. */
  private static List<Map<String, String>> others(Sweep sweep, List<Axis> drawn) {
    Set<Map<String, String>> others = new LinkedHashSet<>();
    for (Sweep.Planned cell : sweep.cells()) {
      Map<String, String> rest = new LinkedHashMap<>(cell.point());
      drawn.forEach(axis -> rest.remove(axis.name()));
      others.add(rest);
    }
    return List.copyOf(others);
  }

  private void printLegend(Shades shades, List<CellRecord> cells, Page page) {
    StringBuilder legend = new StringBuilder();
    for (int shade = 1; shade < Shades.ALL.size(); shade++) {
      legend
          .append(style.blue(Shades.ALL.get(shade)))
          .append(" from ")
          .append(PlanFigures.text(metric.unit(), shades.from(shade)))
          .append("   ");
    }
    page.line(page.label("shades") + legend);
    List<String> signs = signs(cells);
    if (!signs.isEmpty()) {
      page.fact("", Fact.parts(signs));
    }
  }

  /** Of the signs that stand beside figures, and of the one that stands instead of them. */
  private static List<String> signs(List<CellRecord> cells) {
    List<String> signs =
        cells.stream()
            .filter(cell -> cell.outcome().measured())
            .map(CellStanding::of)
            .filter(standing -> !standing.good())
            .sorted()
            .map(standing -> standing.sign() + " " + standing.word())
            .distinct()
            .collect(Collectors.toCollection(ArrayList::new));
    if (cells.stream().anyMatch(cell -> !cell.outcome().measured())) {
      signs.add("✗ without a figure: failed");
    }
    return signs;
  }

  private void printExtremes(CellFigures figures, List<CellRecord> cells, Page page) {
    List<CellRecord> sorted =
        cells.stream()
            .filter(cell -> cell.outcome() == CellOutcome.COMPLETED)
            .filter(cell -> figures.figure(cell) != null)
            .sorted(Comparator.comparingDouble(cell -> cell.metrics().get(metric.name())))
            .toList();
    if (sorted.size() > 1) {
      page.fact("lowest", extreme(figures, sorted.getFirst()));
      page.fact("highest", extreme(figures, sorted.getLast()));
    }
  }

  private String extreme(CellFigures figures, CellRecord cell) {
    return metric.name() + " " + figures.text(cell) + " · " + cell.name();
  }

  private static void printNoise(List<CellRecord> cells, Page page) {
    long noisy = cells.stream().filter(CellRecord::noisy).count();
    if (noisy > 0) {
      page.fact(
          "host",
          Mark.LIMITED,
          FigureText.count(noisy)
              + " of "
              + FigureText.count(cells.size())
              + " cells ran while others took much of the machine (noisy in cells.csv)");
    }
  }

  private static void printExpectations(List<CellRecord> cells, Page page) {
    Map<String, Long> notMet =
        cells.stream()
            .flatMap(cell -> cell.notMet().stream())
            .collect(groupingBy(text -> text, LinkedHashMap::new, counting()));
    notMet.forEach(
        (text, count) ->
            page.fact(
                "expected",
                Mark.BAD,
                text + ": not met in " + count + (count == 1 ? " cell" : " cells")));
  }

  private void printFailures(List<CellRecord> cells, Page page) {
    List<CellRecord> failures = cells.stream().filter(cell -> !cell.outcome().measured()).toList();
    for (CellRecord failure : failures.subList(0, Math.min(failures.size(), MOST_FAILURES))) {
      String why = failure.explanation();
      String shortened =
          why.length() <= LONGEST_EXPLANATION ? why : why.substring(0, LONGEST_EXPLANATION) + "...";
      page.fact("failed", Mark.BAD, failure.name() + " · " + failure.outcome().word());
      page.paragraph(Page.MARGIN + 2, shortened);
      Path log = folder.cell(failure.name()).log();
      page.line(
          " ".repeat(Page.MARGIN + 2)
              + style.faint((Files.exists(log) ? log : folder.cell(failure.name()).path()) + ""));
    }
    if (failures.size() > MOST_FAILURES) {
      page.fact("", (failures.size() - MOST_FAILURES) + " more failed: see cells.csv");
    }
  }
}
