package io.anteroom.report;

import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One metric over one axis, as bars. */
final class SweepCurve {
  private static final int MOST_ROWS = 40;
  private static final int LABEL = 20;
  private static final int WIDTH = 38;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private final CellFigures cells;
  private final Axis axis;
  private final Page page;

  SweepCurve(CellFigures cells, Axis axis, Page page) {
    this.cells = cells;
    this.axis = axis;
    this.page = page;
  }

  /**
   * Prints it.
   *
   * @param full the figure of a full bar
   */
  void print(Map<String, String> others, double full) {
    int label = Math.max(CellFigures.widest(axis, LABEL), Math.min(axis.name().length(), LABEL));
    page.line(page.style().faint(Page.padded(axis.name(), label) + "  " + cells.metric().name()));
    axis.values().stream()
        .limit(MOST_ROWS)
        .forEach(value -> page.line(row(value, others, label, full)));
    if (axis.values().size() > MOST_ROWS) {
      page.line("  (not shown: " + (axis.values().size() - MOST_ROWS) + " more)");
    }
  }

  private String row(String value, Map<String, String> others, int label, double full) {
    Map<String, String> point = new LinkedHashMap<>(others);
    point.put(axis.name(), value);
    CellRecord cell = cells.at(point);
    return Page.padded(CellFigures.label(value, label), label)
        + "  "
        + page.style().blue(bar(cells.figure(cell), full))
        + Page.padded(cells.text(cell), 9)
        + "  "
        + note(cell);
  }

  private static String bar(@Nullable Double figure, double full) {
    double share = figure == null || full <= 0 ? 0 : Math.clamp(figure / full, 0, 1);
    int eighths = (int) Math.round(share * WIDTH * 8);
    String bar = "█".repeat(eighths / 8) + (eighths % 8 == 0 ? "" : EIGHTHS.charAt(eighths % 8));
    return (bar + " ".repeat(WIDTH)).substring(0, WIDTH);
  }

  private static String note(@Nullable CellRecord cell) {
    if (cell == null || CellStanding.of(cell).good()) {
      return "";
    }
    CellStanding standing = CellStanding.of(cell);
    return standing.sign() + " " + standing.word();
  }
}
