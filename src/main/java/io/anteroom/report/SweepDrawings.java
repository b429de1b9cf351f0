package io.anteroom.report;

import io.anteroom.measure.Quantiles;
import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Bar;
import io.anteroom.report.facts.Block.Bars;
import io.anteroom.report.facts.Block.Column;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Heading;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.report.facts.Fact;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.sweep.Sweep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One metric of a sweep over its one or two longest axes, as bars or figures with shades. */
final class SweepDrawings {
  private static final int MOST_DRAWN = 4;
  private static final int MOST_BARS = 40;
  private static final int MOST_ROWS = 32;
  private static final int WIDEST_LABEL = 20;
  private static final int WIDEST_COLUMN = 14;

  /** A blank, the shade, the sign of a cell that is not good, and a blank. */
  private static final int BESIDES = 5;

  private static final int FIGURE = 7;
  private static final int BAR = 28;

  private final Sweep sweep;
  private final List<CellRecord> cells;
  private final int pageWidth;
  private final CellFigures figures;
  private final double[] all;
  private final Shades shades;
  private final List<Axis> varied;

  /**
   * @param pageWidth in columns
   */
  SweepDrawings(Sweep sweep, List<CellRecord> cells, CellFigures figures, int pageWidth) {
    this.pageWidth = pageWidth;
    this.sweep = sweep;
    this.cells = cells;
    this.figures = figures;
    this.all = figures.figures(cells);
    this.shades = new Shades(all);
    this.varied =
        sweep.axes().stream()
            .filter(axis -> axis.values().size() > 1)
            .sorted(Comparator.comparingInt((Axis axis) -> -axis.values().size()))
            .toList();
  }

  List<Block> blocks() {
    if (all.length == 0 && !cells.isEmpty()) {
      return List.of(
          new Paragraph(
              "No cell has a figure for " + figures.metric().name() + whyNone() + ".", false));
    }
    if (varied.isEmpty() || all.length < 2) {
      return List.of();
    }
    List<Axis> drawn = varied.subList(0, Math.min(varied.size(), 2));
    List<Map<String, String>> rest = others(drawn);
    List<Block> blocks = new ArrayList<>();
    for (Map<String, String> others : rest.subList(0, Math.min(rest.size(), MOST_DRAWN))) {
      blocks.add(new Heading(title(drawn, others)));
      blocks.addAll(
          drawn.size() == 1
              ? bars(drawn.getFirst(), others)
              : map(drawn.getFirst(), drawn.getLast(), others));
    }
    if (rest.size() > MOST_DRAWN) {
      int more = rest.size() - MOST_DRAWN;
      blocks.add(new Paragraph("(not drawn: " + more + " more like these; see cells.csv)", false));
    }
    if (drawn.size() == 2) {
      blocks.add(new Facts(legend()));
    }
    return blocks;
  }

  private String whyNone() {
    return figures.metric().quantile() == null
        ? ""
        : ": it takes " + Quantiles.LEAST_BEYOND + " durations beyond a quantile";
  }

  /** What the axes that are not drawn are, in the cells' order. */
  private List<Map<String, String>> others(List<Axis> drawn) {
    Set<Map<String, String>> others = new LinkedHashSet<>();
    for (Sweep.Planned cell : sweep.cells()) {
      Map<String, String> rest = new LinkedHashMap<>(cell.point());
      drawn.forEach(axis -> rest.remove(axis.name()));
      others.add(rest);
    }
    return List.copyOf(others);
  }

  private String title(List<Axis> drawn, Map<String, String> others) {
    String where =
        varied.size() > 2
            ? others.entrySet().stream()
                .map(other -> other.getKey() + " " + other.getValue())
                .collect(Collectors.joining(", ", " where ", ""))
            : "";
    String over =
        drawn.size() == 1
            ? drawn.getFirst().name()
            : drawn.getFirst().name() + " (down) and " + drawn.getLast().name() + " (across)";
    return figures.metric().name() + " by " + over + where;
  }

  private @Nullable CellRecord cell(Map<String, String> others, Map<String, String> here) {
    Map<String, String> point = new LinkedHashMap<>(others);
    point.putAll(here);
    return figures.at(point);
  }

  private List<Block> bars(Axis axis, Map<String, String> others) {
    int width =
        Math.max(
            CellFigures.widest(axis, WIDEST_LABEL), Math.min(axis.name().length(), WIDEST_LABEL));
    double full = cells.stream().map(this::most).mapToDouble(Double::doubleValue).max().orElse(0);
    List<String> values = axis.values().stream().limit(MOST_BARS).toList();
    Map<String, String> labels = ShortLabels.of(values, width);
    List<Bar> bars =
        values.stream()
            .map(
                value ->
                    bar(
                        Page.padded(labels.getOrDefault(value, value), width),
                        cell(others, Map.of(axis.name(), value)),
                        full))
            .toList();
    String heading = Page.padded(axis.name(), width) + "  " + figures.metric().name();
    Bars drawn = new Bars(heading, BAR, Double.NaN, bars);
    int more = axis.values().size() - MOST_BARS;
    return more <= 0 ? List.of(drawn) : List.of(drawn, notShown(List.of(more + " more")));
  }

  /** The upper end of a cell's interval, else its figure, else 0. */
  private double most(@Nullable CellRecord cell) {
    Estimate interval = figures.interval(cell);
    Double figure = figures.figure(cell);
    return interval != null ? interval.high() : figure == null ? 0 : figure;
  }

  private Bar bar(String label, @Nullable CellRecord cell, double full) {
    Double figure = figures.figure(cell);
    boolean sure = figures.interval(cell) != null && full > 0;
    CellStanding standing = cell == null ? null : CellStanding.of(cell);
    return new Bar(
        label,
        figure == null || full <= 0 ? 0 : figure / full,
        sure ? most(cell) / full : Double.NaN,
        Page.padded(figures.text(cell), 9) + Page.padded(figures.margin(cell), margins()),
        standing == null || standing.good() ? "" : standing.sign() + " " + standing.word());
  }

  /** How wide the margins are that stand beside figures; 0: no cell has one. */
  private int margins() {
    int widest = cells.stream().mapToInt(cell -> figures.margin(cell).length()).max().orElse(0);
    return widest == 0 ? 0 : widest + 1;
  }

  private static Paragraph notShown(List<String> what) {
    return new Paragraph("(not shown: " + String.join(", ", what) + ")", false);
  }

  private List<Block> map(Axis down, Axis across, Map<String, String> others) {
    int label =
        Math.max(CellFigures.widest(down, WIDEST_LABEL), Math.min(down.name().length(), 12));
    int room = (pageWidth - label) / across.values().size() - BESIDES;
    int figure = Math.max(FIGURE, CellFigures.widest(across, Math.max(WIDEST_COLUMN, room)));
    int column = figure + BESIDES;
    int most = Math.min((pageWidth - label) / column, across.values().size());
    List<String> shown = across.values().subList(0, most);
    List<Column> columns = new ArrayList<>(List.of(Column.right(down.name(), label)));
    ShortLabels.of(shown, figure)
        .values()
        .forEach(value -> columns.add(Column.right(value + " ".repeat(BESIDES - 1), column)));
    List<Row> rows = new ArrayList<>();
    List<String> begun = down.values().subList(0, Math.min(down.values().size(), MOST_ROWS));
    Map<String, String> labels = ShortLabels.of(begun, label);
    for (String value : begun) {
      List<@Nullable CellRecord> here = new ArrayList<>();
      shown.forEach(
          other -> here.add(cell(others, Map.of(down.name(), value, across.name(), other))));
      rows.add(
          new Row(
              Weight.PLAIN,
              labels.getOrDefault(value, value),
              here.stream().map(this::shaded).toList()));
      List<String> margins =
          here.stream().map(cell -> figures.margin(cell) + " ".repeat(BESIDES - 1)).toList();
      if (margins.stream().anyMatch(margin -> !margin.isBlank())) {
        rows.add(new Row(Weight.BELOW, "", margins));
      }
    }
    List<Block> blocks =
        new ArrayList<>(List.of(new Table(figures.metric().name(), columns, rows)));
    List<String> left = new ArrayList<>();
    addLeftOut(left, down, begun.size());
    addLeftOut(left, across, most);
    if (!left.isEmpty()) {
      blocks.add(notShown(left));
    }
    return blocks;
  }

  private static void addLeftOut(List<String> left, Axis axis, int shown) {
    if (axis.values().size() > shown) {
      left.add((axis.values().size() - shown) + " more of " + axis.name());
    }
  }

  private String shaded(@Nullable CellRecord cell) {
    Double figure = figures.figure(cell);
    return figures.text(cell)
        + " "
        + (figure == null || cell == null
            ? "   "
            : shades.of(figure) + CellStanding.of(cell).sign());
  }

  /** What shades mean, and the signs that stand beside figures or instead of them. */
  private List<Fact> legend() {
    List<String> begins = new ArrayList<>();
    for (int shade = 1; shade < Shades.ALL.size(); shade++) {
      String from = PlanFigures.text(figures.metric().unit(), shades.from(shade));
      begins.add(Shades.ALL.get(shade) + " from " + from);
    }
    List<Fact> facts = new ArrayList<>(List.of(Fact.of("shades", Fact.parts(begins))));
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
    if (!signs.isEmpty()) {
      facts.add(Fact.of("", Fact.parts(signs)));
    }
    return facts;
  }
}
