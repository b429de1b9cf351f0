package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.sweep.Sweep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a sweep would run, and about how long that takes. */
public final class SweepSchedule {
  private static final int MOST_ROWS = 40;
  private static final int WIDEST = 18;
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double SECONDS_PER_HOUR = 3_600;

  private final Style style;

  public SweepSchedule(Style style) {
    this.style = style;
  }

  /**
   * The whole text, ending in a line feed.
   *
   * @param cells those that are left to run
   * @param seconds what they take in all
   */
  public String text(Sweep sweep, List<Cell> cells, double seconds) {
    Page page = new Page(style);
    List<String> keys = new ArrayList<>(List.of("cell"));
    Map<String, Map<String, String>> labels = new HashMap<>();
    for (Axis axis : sweep.axes()) {
      keys.add(axis.name());
      labels.put(axis.name(), ShortLabels.of(axis.values(), WIDEST));
    }
    List<List<String>> rows = new ArrayList<>(List.of(keys));
    cells.stream().limit(MOST_ROWS).forEach(cell -> rows.add(row(cell, labels)));
    printTable(rows, page);
    if (cells.size() > MOST_ROWS) {
      page.line("(and " + FigureText.count(cells.size() - MOST_ROWS) + " more)");
    }
    page.blank();
    page.paragraph(
        0,
        FigureText.count(cells.size(), "cell")
            + ", "
            + (sweep.simulated() ? "simulated on all cores: " : "for real, one after the other: ")
            + "about "
            + lasting(seconds)
            + ". Nothing was run, nothing was written.");
    return page.text();
  }

  /**
   * @param labels of the axes' values, by axis
   */
  private static List<String> row(Cell cell, Map<String, Map<String, String>> labels) {
    String name = cell.name();
    int end = name.indexOf('-');
    List<String> row = new ArrayList<>(List.of(end < 0 ? name : name.substring(0, end)));
    cell.point()
        .forEach(
            (axis, value) ->
                row.add(labels.getOrDefault(axis, Map.of()).getOrDefault(value, value)));
    return row;
  }

  private void printTable(List<List<String>> rows, Page page) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        line.append(Page.padded(rows.get(i).get(column), widths[column])).append("  ");
      }
      String text = ShortLabels.cut(line.toString().stripTrailing(), page.width());
      page.line(i == 0 ? style.faint(text) : text);
    }
  }

  /** A length of time as a person says it, such as {@code 41 s} or {@code 12 min}. */
  public static String lasting(double seconds) {
    if (seconds < 2 * SECONDS_PER_MINUTE) {
      return String.format(Locale.ROOT, "%.0f s", Math.max(seconds, 1));
    }
    return seconds < 2 * SECONDS_PER_HOUR
        ? String.format(Locale.ROOT, "%.0f min", seconds / SECONDS_PER_MINUTE)
        : String.format(Locale.ROOT, "%.1f h", seconds / SECONDS_PER_HOUR);
  }
}
