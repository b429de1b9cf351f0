package io.anteroom.report;

import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.CellRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One metric over two axes: figures, each with a shade. */
final class HeatMap {
  private static final int MOST_ROWS = 32;
  private static final int WIDEST_LABEL = 20;
  private static final int WIDEST_COLUMN = 14;

  /** A blank, the shade, the sign of a cell that is not good, and a blank. */
  private static final int BESIDES = 5;

  private static final int FIGURE = 7;

  private final CellFigures cells;
  private final Shades shades;
  private final Axis down;
  private final Axis across;
  private final Page page;

  /**
   * @param down the axis with the more values
   */
  HeatMap(CellFigures cells, Shades shades, Axis down, Axis across, Page page) {
    this.cells = cells;
    this.shades = shades;
    this.down = down;
    this.across = across;
    this.page = page;
  }

  /** Prints it where the other axes have these values. */
  void print(Map<String, String> others) {
    int label =
        Math.max(CellFigures.widest(down, WIDEST_LABEL), Math.min(down.name().length(), 12));
    int column = Math.max(FIGURE, CellFigures.widest(across, WIDEST_COLUMN)) + BESIDES;
    int columns = Math.min((Page.WIDTH - label) / column, across.values().size());
    List<String> shown = across.values().subList(0, columns);
    StringBuilder header = new StringBuilder(Page.padded(down.name(), label));
    for (String value : shown) {
      String words = CellFigures.label(value, column - BESIDES);
      header.append(Page.padded(words, column - BESIDES + 1)).append(" ".repeat(BESIDES - 1));
    }
    page.line(page.style().faint(header.toString()));
    down.values().stream()
        .limit(MOST_ROWS)
        .forEach(value -> page.line(row(value, shown, others, label, column)));
    printLeftOut(columns);
  }

  private String row(
      String value, List<String> shown, Map<String, String> others, int label, int column) {
    StringBuilder row = new StringBuilder(Page.padded(CellFigures.label(value, label), label));
    for (String other : shown) {
      Map<String, String> point = new LinkedHashMap<>(others);
      point.put(down.name(), value);
      point.put(across.name(), other);
      CellRecord cell = cells.at(point);
      Double figure = cells.figure(cell);
      row.append(Page.padded(cells.text(cell), column - BESIDES + 1))
          .append(' ')
          .append(figure == null ? "  " : page.style().blue(shades.of(figure)))
          .append(figure == null || cell == null ? ' ' : CellStanding.of(cell).sign());
    }
    return row.toString();
  }

  private void printLeftOut(int columns) {
    int rows = down.values().size() - MOST_ROWS;
    int more = across.values().size() - columns;
    if (rows > 0 || more > 0) {
      page.paragraph(
          2,
          "(not shown: "
              + (rows > 0 ? rows + " more of " + down.name() : "")
              + (rows > 0 && more > 0 ? ", " : "")
              + (more > 0 ? more + " more of " + across.name() : "")
              + ")");
    }
  }
}
