package io.anteroom.report;

import io.anteroom.report.svg.LinearAxis;
import io.anteroom.report.svg.NamedAxis;
import io.anteroom.report.svg.Plot;
import io.anteroom.report.svg.Spot;
import io.anteroom.report.svg.Svg;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Figures of a metric upwards, over values that lie side by side across. */
final class FigurePlot {
  static final int HEIGHT = 300;
  private static final int ABOVE = 56;
  private static final int BELOW = 60;
  private static final int STEPS = 6;
  private static final int MOST_LABELS = 16;
  private static final double LETTER = 8;

  private final Plot plot;
  private final LinearAxis up;
  private final int count;
  private final double top;

  /**
   * Draws the axes.
   *
   * @param y where there is room from
   * @param labels what stands below each value
   * @param right how much room to leave for what stands right of it
   * @param most the greatest figure that is shown
   */
  FigurePlot(Svg svg, double y, List<String> labels, int right, Unit unit, double most) {
    this.count = labels.size();
    this.top = y + ABOVE;
    BigDecimal round =
        unit == Unit.DURATION && most > 0 ? FigureText.unitOf(most).nanos() : BigDecimal.ONE;
    this.up = LinearAxis.to(most, round, STEPS, figure -> ComparisonSvg.tick(unit, figure, most));
    int every = Math.ceilDiv(count, MOST_LABELS);
    double width = (SvgReport.PLOT_WIDTH - (double) right) / count * every;
    int letters = Math.max((int) (width / LETTER), 2);
    Map<String, String> shortened =
        ShortLabels.of(
            IntStream.range(0, count).filter(i -> i % every == 0).mapToObj(labels::get).toList(),
            letters);
    List<String> shown =
        IntStream.range(0, count)
            .mapToObj(i -> i % every == 0 ? shortened.getOrDefault(labels.get(i), "") : "")
            .toList();
    this.plot =
        new Plot(
            svg,
            new Plot.Frame(SvgReport.PLOT_LEFT, top, SvgReport.PLOT_WIDTH - (double) right, HEIGHT),
            new NamedAxis(shown.reversed()),
            up);
  }

  /** Where the next thing below it may begin. */
  double bottom() {
    return top + HEIGHT + BELOW;
  }

  /** What is plotted, over what, and the keys. */
  void heading(String heading, String over, List<Plot.Key> keys) {
    plot.heading(heading, keys);
    plot.footing(over);
  }

  private Spot spot(int place, double figure) {
    return new Spot(count - 1.0 - place, figure);
  }

  /** A curve through the figures; it is broken where there is none. */
  void curve(String classes, List<@Nullable Double> figures) {
    List<Spot> part = new ArrayList<>();
    for (int place = 0; place < figures.size(); place++) {
      Double figure = figures.get(place);
      if (figure != null) {
        part.add(spot(place, figure));
      }
      if ((figure == null || place == figures.size() - 1) && !part.isEmpty()) {
        plot.curve(classes, part);
        part = new ArrayList<>();
      }
    }
  }

  /** A figure, filled where there is nothing to be said against it, and its interval. */
  void figure(String colour, int place, double figure, @Nullable Estimate interval, boolean good) {
    if (interval != null && interval.low() < interval.high()) {
      plot.whiskerUp(
          "line " + colour, count - 1.0 - place, Math.max(interval.low(), 0), interval.high());
    }
    plot.dot((good ? "dot " : "ring ") + colour, spot(place, figure), 4);
  }

  /** A figure that matters, across. */
  void level(String text, double figure) {
    plot.level("line red", figure);
    plot.note("objective end", spot(count - 1, figure), 20, -6, text);
  }

  /** Words above a place. */
  void mark(int place, String text) {
    plot.note("middle", spot(place, up.end()), 0, -6, text);
  }

  /** The name of a curve, so many pixels from the top, right of its last figure. */
  void name(String colour, int place, double figure, double depth, String name) {
    Spot end = spot(place, figure);
    double below = depth - depth(figure);
    plot.sample("dot " + colour, end, 16, below);
    plot.note("", end, 24, below + 4, name);
  }

  /** How far below the top of the plot a figure lies, in pixels. */
  double depth(double figure) {
    return (1 - up.share(figure)) * HEIGHT;
  }
}
