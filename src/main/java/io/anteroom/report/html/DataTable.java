package io.anteroom.report.html;

import io.jstach.jstache.JStache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table: the first cell of each row is its heading.
 *
 * @param caption what it shows, for those who do not see what stands around it
 */
@JStache(path = "io/anteroom/report/html/table.mustache")
public record DataTable(String caption, List<String> headings, List<Row> rows) {
  public DataTable {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param faint whether it only adds to the row above
   * @param view shows only while the page's reader looks at that; null: always
   */
  public record Row(String heading, List<String> cells, boolean faint, @Nullable String view) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** A row that always shows. */
    public Row(String heading, List<String> cells, boolean faint) {
      this(heading, cells, faint, null);
    }

    /** A row that counts. */
    public static Row of(String heading, String... cells) {
      return new Row(heading, List.of(cells), false);
    }
  }

  /** As HTML. */
  public String html() {
    return DataTableRenderer.of().execute(this);
  }
}
