package io.anteroom.bench;

import io.anteroom.report.svg.NamedAxis;
import io.anteroom.report.svg.Plot;
import io.anteroom.report.svg.Spot;
import io.anteroom.report.svg.Svg;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** All ratios as a picture: a dot each, a whisker for its interval, a mark for its aim. */
final class RatioPlot {
  private static final int WIDTH = 1160;
  private static final int LEFT = 580;
  private static final int RIGHT = 84;
  private static final int TOP = 96;
  private static final int ROW = 38;
  private static final int BELOW = 60;
  private static final int LONGEST_NAME = 84;
  private static final double HALF_MARK = 0.28;

  private RatioPlot() {}

  /** The picture; it says so where there are no ratios. */
  static String of(BenchmarkResults results) {
    List<Figure> ratios =
        results.blocks().stream()
            .flatMap(block -> block.figures().stream())
            .filter(figure -> figure.isRatio() && median(figure).least() > 0)
            .toList();
    Svg svg = new Svg();
    svg.text("title", 24, 38, "Benchmarks: median ratios");
    if (ratios.isEmpty()) {
      svg.text("faint", 24, 62, "No ratios have been measured yet.");
      return svg.document(WIDTH, TOP, "Benchmarks", "No ratios have been measured yet.");
    }
    draw(svg, ratios);
    int height = TOP + ROW * ratios.size() + BELOW;
    return svg.document(WIDTH, height, "Benchmarks", description(ratios));
  }

  private static Median median(Figure figure) {
    Median median = figure.figure();
    if (median == null) {
      throw new IllegalArgumentException(figure.what() + " has no figure");
    }
    return median;
  }

  private static double value(Figure figure) {
    return median(figure).value();
  }

  private static void draw(Svg svg, List<Figure> ratios) {
    Plot plot =
        new Plot(
            svg,
            new Plot.Frame(LEFT, TOP, WIDTH - LEFT - RIGHT, ROW * (double) ratios.size()),
            new RatioAxis(ratios.stream().flatMap(RatioPlot::shown).toList()),
            new NamedAxis(Collections.nCopies(ratios.size(), "")));
    plot.heading(
        "",
        List.of(
            new Plot.Key("dot green", "aim met"),
            new Plot.Key("dot orange", "not met"),
            new Plot.Key("dot grey", "no aim"),
            new Plot.Key("line violet", "aim")));
    plot.footing("ratio, on a logarithmic scale");
    for (int row = 0; row < ratios.size(); row++) {
      draw(plot, row, ratios.get(row));
      Figure figure = ratios.get(row);
      double middle = TOP + ROW * (row + 0.5);
      svg.text("end", LEFT - 8, middle - 3, shortened(figure.what()));
      svg.text("faint end", LEFT - 8, middle + 12, shortened(programs(figure)));
      svg.text("end", WIDTH - 24, middle + 4, FigureWords.ratio(value(figure)));
    }
  }

  private static void draw(Plot plot, int row, Figure figure) {
    Median median = median(figure);
    String colour = colour(figure);
    plot.whiskerAcross("line " + colour, row, low(median), high(median));
    if (figure.aim() != null) {
      plot.whiskerUp("line violet", figure.aim().bound(), row - HALF_MARK, row + HALF_MARK);
    }
    plot.dot("dot " + colour, new Spot(median.value(), row), 4.5);
  }

  private static String colour(Figure figure) {
    return figure.met() == null ? "grey" : figure.met() ? "green" : "orange";
  }

  private static Stream<Double> shown(Figure figure) {
    Median median = median(figure);
    List<Double> shown = new ArrayList<>(List.of(low(median), high(median), median.value()));
    if (figure.aim() != null) {
      shown.add(figure.aim().bound());
    }
    return shown.stream();
  }

  private static double low(Median median) {
    return median.interval() == null ? median.least() : median.interval().low();
  }

  private static double high(Median median) {
    return median.interval() == null ? median.most() : median.interval().high();
  }

  private static String programs(Figure figure) {
    return figure.one() + " against " + figure.other();
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private static String description(List<Figure> ratios) {
    List<String> parts = new ArrayList<>();
    for (Figure figure : ratios) {
      String aim = figure.aim() == null ? "" : ", aim " + FigureWords.aim(figure);
      parts.add(figure.what() + " " + FigureWords.ratio(median(figure).value()) + aim);
    }
    return "Median ratios of two programs that took turns: " + String.join("; ", parts) + ".";
  }
}
