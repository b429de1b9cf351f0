package io.anteroom.report.live;

import io.anteroom.report.Style;

/** The part of a terminal that may be drawn on: so many columns and rows. */
public record Canvas(int columns, int rows, Style style) {
  /** The narrowest and the lowest one that a view fits on. */
  public static final int LEAST_COLUMNS = 79;

  /** See {@link #LEAST_COLUMNS}. */
  public static final int LEAST_ROWS = 19;

  /** Where facts begin: labels stand left of it, as in summaries. */
  static final int MARGIN = 13;

  public Canvas {
    if (columns < LEAST_COLUMNS || rows < LEAST_ROWS) {
      throw new IllegalArgumentException(
          "a view needs %d columns and %d rows, and there are %d and %d"
              .formatted(LEAST_COLUMNS, LEAST_ROWS, columns, rows));
    }
  }

  /** How many rows the course of a figure takes. */
  int chartRows() {
    return rows >= 40 ? 4 : rows >= 30 ? 2 : 1;
  }
}
