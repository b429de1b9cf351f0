package io.anteroom.report;

import io.anteroom.report.svg.Spot;
import io.anteroom.report.svg.Svg;
import java.util.List;
import java.util.Map;

/** Figures as a picture: a labelled bar each, the figure beside it. */
public final class BarsSvg {
  private static final double ROW = 26;
  private static final double BAR = 15;
  private static final double TOP = 48;
  private static final double LEFT = 250;
  private static final double RIGHT = 110;
  private static final int LONGEST_LABEL = 32;

  private BarsSvg() {}

  /**
   * A bar.
   *
   * @param value its length; not finite, or below 0: there is none
   * @param text of the value
   */
  public record Row(String label, double value, String text) {}

  /** The whole picture. */
  public static String text(String heading, List<Row> rows) {
    double most = rows.stream().mapToDouble(Row::value).filter(Double::isFinite).max().orElse(0);
    double full = SvgReport.WIDTH - LEFT - RIGHT;
    Svg svg = new Svg();
    svg.text("heading", SvgReport.MARGIN, 30, heading);
    Map<String, String> labels =
        ShortLabels.of(rows.stream().map(Row::label).toList(), LONGEST_LABEL);
    double y = TOP;
    for (Row row : rows) {
      double middle = y + ROW / 2;
      svg.text("faint end", LEFT - 10, middle + 4, labels.getOrDefault(row.label, row.label));
      double length =
          Double.isFinite(row.value) && row.value > 0 && most > 0 ? full * row.value / most : 0;
      if (length > 0) {
        svg.bar(
            "bar blue",
            new Spot(LEFT, middle - BAR / 2),
            new Spot(LEFT + length, middle + BAR / 2));
      }
      svg.text("", LEFT + length + 8, middle + 4, row.text);
      y += ROW;
    }
    return svg.document(
        SvgReport.WIDTH,
        (int) Math.ceil(y + TOP / 3),
        heading,
        "A bar for each run; the table below has the same figures.");
  }
}
