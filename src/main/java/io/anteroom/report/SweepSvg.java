package io.anteroom.report;

import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.svg.Svg;
import io.anteroom.result.metric.Metric;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.sweep.Sweep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One metric of a sweep as a picture: over its longest axis, a line for each value of the next. */
final class SweepSvg {
  private static final int MOST_LINES = 6;
  private static final int LONGEST_LABEL = 18;
  private static final int LABELS = 100;
  private static final double LABEL_HEIGHT = 15;
  private static final List<String> COLOURS =
      List.of("blue", "orange", "green", "violet", "magenta", "grey");

  private final Sweep sweep;
  private final CellFigures figures;
  private final Axis over;
  private final @Nullable Axis each;

  /** A value of the second axis, and its cells along the first. */
  private record Line(String label, String colour, List<@Nullable CellRecord> cells) {}

  /** Where the name of a line belongs: beside its last figure. */
  private record Label(Line line, int place, double figure) {}

  private SweepSvg(Sweep sweep, List<CellRecord> cells, Metric metric) {
    this.sweep = sweep;
    this.figures = new CellFigures(metric, cells);
    List<Axis> longest =
        sweep.axes().stream()
            .sorted(Comparator.comparingInt((Axis axis) -> -axis.values().size()))
            .toList();
    this.over = longest.getFirst();
    this.each = longest.size() > 1 && longest.get(1).values().size() > 1 ? longest.get(1) : null;
  }

  /** The whole picture. */
  static String text(Sweep sweep, List<CellRecord> cells, Metric metric) {
    Svg svg = new Svg();
    ReportHead head = SweepFacts.head(sweep, cells, metric);
    double y = SvgReport.header(svg, head, head.beside());
    SweepSvg drawing = new SweepSvg(sweep, cells, metric);
    y = drawing.draw(svg, y);
    return svg.document(
        SvgReport.WIDTH, (int) Math.ceil(y), "Anteroom: " + head.name(), drawing.description());
  }

  private double draw(Svg svg, double y) {
    List<Line> lines = lines();
    double most =
        lines.stream().flatMap(line -> line.cells.stream()).mapToDouble(this::top).max().orElse(0);
    FigurePlot plot =
        new FigurePlot(
            svg, y, over.values(), each == null ? 0 : LABELS, figures.metric().unit(), most);
    lines.forEach(line -> draw(plot, line));
    if (each != null) {
      label(plot, lines);
    }
    plot.heading(heading(), over.name(), List.of());
    return plot.bottom();
  }

  /** The greatest figure of a cell that is drawn, its interval included. */
  private double top(@Nullable CellRecord cell) {
    Double figure = figures.figure(cell);
    Estimate interval = figures.interval(cell);
    return figure == null ? 0 : interval == null ? figure : Math.max(figure, interval.high());
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    List<String> values = each == null ? List.of("") : each.values();
    List<String> shown = values.subList(0, Math.min(values.size(), MOST_LINES));
    Map<String, String> labels =
        ShortLabels.of(shown.stream().map(this::named).toList(), LONGEST_LABEL);
    for (String value : shown) {
      List<@Nullable CellRecord> cells = new ArrayList<>();
      over.values().forEach(place -> cells.add(figures.at(point(place, value))));
      String label = named(value);
      lines.add(new Line(labels.getOrDefault(label, label), COLOURS.get(lines.size()), cells));
    }
    return lines;
  }

  /** A value of the axis that has a line for each; a number alone says too little. */
  private String named(String value) {
    boolean number = !value.isEmpty() && Character.isDigit(value.charAt(0));
    return each != null && number ? each.name() + " " + value : value;
  }

  /** Axes that are not drawn have their first values. */
  private Map<String, String> point(String place, String value) {
    Map<String, String> point = new LinkedHashMap<>();
    sweep.axes().forEach(axis -> point.put(axis.name(), axis.values().getFirst()));
    point.put(over.name(), place);
    if (each != null) {
      point.put(each.name(), value);
    }
    return point;
  }

  private void draw(FigurePlot plot, Line line) {
    List<@Nullable Double> along = new ArrayList<>();
    line.cells.forEach(cell -> along.add(figures.figure(cell)));
    plot.curve("line " + line.colour, along);
    for (int place = 0; place < along.size(); place++) {
      CellRecord cell = line.cells.get(place);
      Double figure = along.get(place);
      if (cell != null && figure != null) {
        boolean good = CellStanding.of(cell).good();
        plot.figure(line.colour, place, figure, figures.interval(cell), good);
      }
    }
  }

  /** From the top down, each below the one before, and all of them above the axis. */
  private void label(FigurePlot plot, List<Line> lines) {
    List<Label> labels =
        lines.stream()
            .flatMap(this::label)
            .sorted(Comparator.comparingDouble((Label label) -> plot.depth(label.figure)))
            .toList();
    double free = Double.NEGATIVE_INFINITY;
    for (int place = 0; place < labels.size(); place++) {
      Label label = labels.get(place);
      double lowest = FigurePlot.HEIGHT - LABEL_HEIGHT * (labels.size() - place - 0.5);
      double depth = Math.min(Math.max(plot.depth(label.figure), free), lowest);
      plot.name(label.line.colour, label.place, label.figure, depth, label.line.label);
      free = depth + LABEL_HEIGHT;
    }
  }

  private Stream<Label> label(Line line) {
    for (int place = line.cells.size() - 1; place >= 0; place--) {
      Double figure = figures.figure(line.cells.get(place));
      if (figure != null) {
        return Stream.of(new Label(line, place, figure));
      }
    }
    return Stream.empty();
  }

  private String heading() {
    String others =
        sweep.axes().stream()
            .filter(axis -> !axis.equals(over) && !axis.equals(each) && axis.values().size() > 1)
            .map(axis -> axis.name() + " " + axis.values().getFirst())
            .collect(Collectors.joining(", "));
    return figures.metric().name()
        + ": "
        + figures.metric().meaning()
        + (others.isEmpty() ? "" : ", where " + others)
        + (each == null ? "" : undrawn(each));
  }

  private static String undrawn(Axis each) {
    int left = each.values().size() - MOST_LINES;
    return left > 0 ? " (%d more of %s are not drawn)".formatted(left, each.name()) : "";
  }

  private String description() {
    return lines().stream()
        .map(
            line ->
                (line.label + " " + figures.metric().name()).strip()
                    + " by "
                    + over.name()
                    + ": "
                    + line.cells.stream().map(figures::text).collect(Collectors.joining(", ")))
        .collect(Collectors.joining(". ", "", "."));
  }
}
