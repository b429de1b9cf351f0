package io.anteroom.report.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The course of a figure as bars of eighths, from time 0 at the left and 0 at the bottom. */
final class Chart {
  private static final String EIGHTHS = " ▁▂▃▄▅▆▇█";
  private static final int FIGURE = 12;
  private static final int MOST = 17;

  private Chart() {}

  /** A labelled figure, its course beside it, and at the right the most it was. */
  static List<String> lines(
      Canvas canvas, String label, String figure, List<Double> course, Scale scale) {
    int width = canvas.columns() - Canvas.MARGIN - FIGURE - MOST;
    List<Double> points = resampled(course, width);
    double most = points.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    List<String> bars = bars(points, canvas.chartRows(), most);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < bars.size(); row++) {
      LiveLine line = row == 0 ? LiveLine.labelled(canvas, label) : new LiveLine(canvas);
      line.add(canvas.style()::strong, row == 0 ? figure : "").to(Canvas.MARGIN + FIGURE);
      line.add(canvas.style()::blue, bars.get(row));
      if (row == 0) {
        line.to(canvas.columns() - MOST);
        line.add(canvas.style()::faint, " most " + scale.text(most));
      }
      lines.add(line.text());
    }
    return lines;
  }

  /** How a figure is written. */
  @FunctionalInterface
  interface Scale {
    String text(double figure);
  }

  /** At most so many points, each the average of those that it stands for. */
  static List<Double> resampled(List<Double> course, int most) {
    if (course.size() <= most) {
      return course;
    }
    List<Double> points = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      int from = i * course.size() / most;
      int to = (i + 1) * course.size() / most;
      points.add(
          course.subList(from, to).stream().mapToDouble(Double::doubleValue).average().orElse(0));
    }
    return points;
  }

  /** Bars so many rows high, the top row first; a bar of nothing is a thin line. */
  static List<String> bars(List<Double> points, int rows, double most) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder();
      for (double point : points) {
        int eighths = most <= 0 ? 0 : (int) Math.round(point / most * rows * 8);
        line.append(EIGHTHS.charAt(Math.clamp(eighths - 8L * row, row == 0 ? 1 : 0, 8)));
      }
      lines.add(line.toString());
    }
    Collections.reverse(lines);
    return lines;
  }
}
