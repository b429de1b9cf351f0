package io.anteroom.report;

import io.anteroom.report.svg.LinearAxis;
import io.anteroom.report.svg.NamedAxis;
import io.anteroom.report.svg.Plot;
import io.anteroom.report.svg.Spot;
import io.anteroom.report.svg.Svg;
import io.anteroom.result.FigureText;
import java.math.BigDecimal;
import java.util.List;

/** The waits of two runs side by side, as a picture: two bars a range, one for each run. */
final class DiffSvg {
  private static final double ROW = 40;
  private static final double BAR = 13;
  private static final double LEFT = 130;
  private static final double ABOVE = 48;
  private static final double BELOW = 34;
  private static final int STEPS = 5;

  private DiffSvg() {}

  /** Waits of one range, as shares of all waits of each run. */
  record Range(String label, double a, double b) {}

  /** The whole picture. */
  static String text(List<Range> ranges) {
    Svg svg = new Svg();
    double most = ranges.stream().mapToDouble(range -> Math.max(range.a, range.b)).max().orElse(1);
    double height = ROW * ranges.size();
    Plot plot =
        new Plot(
            svg,
            new Plot.Frame(LEFT, ABOVE, SvgReport.WIDTH - LEFT - 3.0 * SvgReport.MARGIN, height),
            LinearAxis.to(most, BigDecimal.ONE, STEPS, FigureText::share),
            new NamedAxis(ranges.stream().map(Range::label).toList()));
    double shift = (BAR / 2 + 0.5) / ROW;
    for (int row = 0; row < ranges.size(); row++) {
      draw(plot, "bar grey", row - shift, ranges.get(row).a);
      draw(plot, "bar blue", row + shift, ranges.get(row).b);
    }
    plot.heading("wait", List.of(new Plot.Key("bar grey", "A"), new Plot.Key("bar blue", "B")));
    return svg.document(
        SvgReport.WIDTH,
        (int) Math.ceil(ABOVE + height + BELOW),
        "Waits of A and B",
        "Bars of the shares of all waits, by range, of A and B; the table has the figures.");
  }

  private static void draw(Plot plot, String classes, double row, double share) {
    if (share > 0) {
      plot.bar(classes, new Spot(0, row), share, BAR);
      plot.note("faint", new Spot(share, row), 6, 4, WaitDrawing.percent(share));
    }
  }
}
