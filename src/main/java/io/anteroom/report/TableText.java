package io.anteroom.report;

import io.anteroom.report.facts.Block.Align;
import io.anteroom.report.facts.Block.Column;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.report.facts.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tables as lines of text.
 *
 * @param pageWidth in columns
 */
record TableText(Style style, int pageWidth) {
  private static final int GAP = 2;

  private static final Pattern SHADES = Pattern.compile("[░▒▓█▏▎▍▌▋▊▉]+");

  /**
   * The lines of each part: what does not fit is a part of its own, with the first column again.
   */
  List<List<String>> parts(Table table) {
    int first = width(table, 0);
    int widest =
        IntStream.range(1, table.columns().size())
            .map(column -> width(table, column))
            .max()
            .orElse(1);
    int all = IntStream.range(0, table.columns().size()).map(column -> width(table, column)).sum();
    int others = table.columns().size() - 1;
    int most = all <= pageWidth ? others : Math.max((pageWidth - first) / widest, 1);
    int together = Math.ceilDiv(others, Math.max(Math.ceilDiv(others, Math.max(most, 1)), 1));
    List<List<String>> parts = new ArrayList<>();
    for (int from = 1; from <= others; from += together) {
      parts.add(lines(part(table, from, Math.min(from + together, others + 1))));
    }
    return parts;
  }

  private static Table part(Table table, int from, int to) {
    return new Table(
        table.caption(),
        Stream.concat(table.columns().stream().limit(1), table.columns().subList(from, to).stream())
            .toList(),
        table.rows().stream()
            .map(
                row ->
                    new Row(
                        row.weight(),
                        row.cells().getFirst(),
                        row.cells()
                            .subList(
                                Math.min(from, row.cells().size()),
                                Math.min(to, row.cells().size()))))
            .toList());
  }

  private List<String> lines(Table table) {
    List<String> lines = new ArrayList<>();
    List<Column> columns = table.columns();
    int[] widths = IntStream.range(0, columns.size()).map(column -> width(table, column)).toArray();
    lines.add(style.faint(line(columns, widths, columns.stream().map(Column::heading).toList())));
    Map<String, String> labels = labels(table);
    for (Row row : table.rows()) {
      boolean below = row.weight() == Weight.BELOW;
      List<String> cells = new ArrayList<>(row.cells());
      if (below && cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      String label = cells.getFirst();
      cells.set(0, (below ? "  " : "") + labels.getOrDefault(label, label));
      String line = line(columns, widths, cells);
      lines.add(
          switch (row.weight()) {
            case STRONG -> style.strong(line);
            case PLAIN -> coloured(line);
            case BELOW -> style.faint(line);
          });
    }
    return lines;
  }

  /** What stands in front of the rows, where that must not be wider than its column. */
  private static Map<String, String> labels(Table table) {
    Column first = table.columns().getFirst();
    return first.align() == Align.LEFT && first.width() > 0
        ? ShortLabels.of(
            table.rows().stream().map(row -> row.cells().getFirst()).toList(), first.width())
        : Map.of();
  }

  private static int width(Table table, int column) {
    int given = table.columns().get(column).width();
    if (given > 0) {
      return given;
    }
    int longest =
        table.rows().stream()
            .filter(row -> row.cells().size() > column)
            .mapToInt(row -> row.cells().get(column).length())
            .max()
            .orElse(0);
    int heading = table.columns().get(column).heading().length();
    return Math.max(longest, heading) + (column == 0 ? 0 : GAP);
  }

  /** A cell that is too wide has the room of an empty one before it. */
  private static String line(List<Column> columns, int[] widths, List<String> cells) {
    StringBuilder line = new StringBuilder();
    int end = 0;
    for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
      String cell = aligned(cells.get(i), columns.get(i));
      int start = i == 0 ? 0 : end + GAP;
      end += widths[i];
      if (columns.get(i).align() == Align.LEFT) {
        line.append(" ".repeat(Math.max(start - line.length(), i == 0 ? 0 : 1))).append(cell);
      } else if (!cell.isBlank()) {
        int gap = Math.max(end - line.length() - cell.length(), i == 0 ? 0 : 1);
        line.append(" ".repeat(gap)).append(cell);
      }
    }
    return line.toString();
  }

  private static String aligned(String cell, Column column) {
    return switch (column.align()) {
      case LEFT -> cut(cell, column.width());
      case RIGHT -> cell;
      case DURATION -> cell.matches("[0-9.]+s") ? cell + " " : cell;
      case ARROW -> cell.endsWith(" ▲") || cell.endsWith(" ▼") ? cell.replace(" ", "") : cell + " ";
    };
  }

  private static String cut(String text, int width) {
    return width == 0 || text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  /** A row that ends in a mark has it in its colour. */
  private String coloured(String line) {
    for (Mark mark : List.of(Mark.GOOD, Mark.BAD, Mark.UNCLEAR, Mark.LIMITED)) {
      int at = line.indexOf("  " + mark.sign() + " ");
      if (at >= 0) {
        return line.substring(0, at + 2)
            + style.of(mark)
            + line.substring(at + 2 + mark.sign().length());
      }
    }
    return SHADES
        .matcher(line.replace("▲", style.orange("▲")).replace("▼", style.blue("▼")))
        .replaceAll(shade -> style.blue(shade.group()));
  }
}
