package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Align;
import io.anteroom.report.facts.Block.Cause;
import io.anteroom.report.facts.Block.Causes;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.Section;
import io.anteroom.result.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as GitHub-flavoured Markdown, for issues, pull requests and READMEs. */
final class MarkdownRenderer {
  private static final int MOST_CAUSES = 20;
  private static final int MOST_COLUMNS = 9;
  private static final String BREAK = "<br>";

  private final Markdown page = new Markdown();
  private @Nullable String heading;

  private MarkdownRenderer() {}

  /** The whole page, ending in a line feed. */
  static String text(Report report) {
    MarkdownRenderer renderer = new MarkdownRenderer();
    renderer.add(report.head());
    report.sections().forEach(renderer::add);
    return renderer.page.text();
  }

  private void add(ReportHead head) {
    page.heading(1, head.name());
    page.paragraph(Markdown.escaped(Fact.parts(head.about())));
    page.paragraph(
        "**%s %s**%s"
            .formatted(
                head.mark().sign(),
                Markdown.escaped(head.outcome()),
                head.beside().isEmpty() ? "" : " · " + Markdown.escaped(head.beside())));
    head.says().forEach(sentence -> page.paragraph("> " + Markdown.named(sentence)));
    if (head.advice() != null) {
      page.paragraph(Markdown.escaped(head.advice()));
    }
  }

  private void add(Section section) {
    heading = section.heading();
    section.blocks().forEach(this::add);
  }

  /** Below the section's heading, which stands there only if something follows. */
  private Markdown below() {
    if (heading != null) {
      page.heading(2, heading);
      heading = null;
    }
    return page;
  }

  private void add(Block block) {
    switch (block) {
      case Facts facts -> below().table(List.of("", ""), List.of(), rows(facts));
      case Table table -> add(table);
      case Causes causes -> add(causes);
      case Block.Heading heading -> below().heading(3, heading.text());
      case Block.Paragraph paragraph -> below().paragraph(Markdown.escaped(paragraph.text()));
      case Block.Sentences sentences ->
          below()
              .paragraph(
                  sentences.sentences().stream()
                      .map(sentence -> "- " + Markdown.named(sentence))
                      .collect(Collectors.joining("\n")));
      case Block.Code code ->
          below().paragraph(code.label() + ":").code(code.language(), code.text());
      case Block.Bars bars -> {}
      case Block.Chart chart -> {}
      case Block.Picture picture -> {}
      case Block.Details details -> {}
      case Block.Downloads downloads -> {}
      case Block.Cells cells -> {}
    }
  }

  /** A fact without a label goes on in the row above. */
  private static List<List<String>> rows(Facts facts) {
    List<List<String>> rows = new ArrayList<>();
    for (Fact fact : facts.facts()) {
      String markup =
          (fact.mark() == null ? "" : fact.mark().sign() + " ") + Markdown.escaped(fact.text());
      if (fact.label().isEmpty() && !rows.isEmpty()) {
        List<String> before = rows.removeLast();
        rows.add(List.of(before.getFirst(), before.getLast() + BREAK + markup));
      } else {
        rows.add(List.of(Markdown.escaped(fact.label()), markup));
      }
    }
    return rows;
  }

  /** One that is too wide is turned, so that its columns are rows. */
  private void add(Table table) {
    Table shown = table.columns().size() > MOST_COLUMNS ? turned(table) : table;
    below()
        .table(
            shown.columns().stream().map(column -> Markdown.escaped(column.heading())).toList(),
            shown.columns().stream().map(column -> column.align() != Align.LEFT).toList(),
            shown.rows().stream().map(MarkdownRenderer::cells).toList());
  }

  private static Table turned(Table table) {
    List<Row> counting = table.rows().stream().filter(row -> row.weight() != Weight.BELOW).toList();
    List<Row> rows = new ArrayList<>();
    for (int column = 1; column < table.columns().size(); column++) {
      List<String> cells = new ArrayList<>();
      for (Row row : table.rows()) {
        String cell = column < row.cells().size() ? row.cells().get(column) : "";
        if (row.weight() != Weight.BELOW) {
          cells.add(cell);
        } else if (!cell.isEmpty()) {
          cells.add(cells.removeLast() + (cell.startsWith("±") ? " " + cell : " (" + cell + ")"));
        }
      }
      rows.add(new Row(Weight.PLAIN, table.columns().get(column).heading(), cells));
    }
    return Table.of(
        table.caption(),
        Stream.concat(Stream.of(""), counting.stream().map(row -> row.cells().getFirst())).toList(),
        rows);
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>(row.cells().stream().map(Markdown::escaped).toList());
    boolean empty = cells.getFirst().isEmpty();
    String around =
        switch (row.weight()) {
          case STRONG -> "**";
          case PLAIN -> "";
          case BELOW -> "*";
        };
    cells.set(0, empty ? "" : around + cells.getFirst() + around);
    return cells;
  }

  private void add(Causes causes) {
    List<Cause> all = causes.causes();
    below()
        .table(
            List.of("first frame", "times", "carrier time", "reason"),
            List.of(),
            IntStream.range(0, Math.min(all.size(), MOST_CAUSES))
                .mapToObj(all::get)
                .map(
                    cause ->
                        List.of(
                            Markdown.inCode(cause.frame()),
                            cause.times(),
                            cause.lost(),
                            cause.reasons().isEmpty()
                                ? ""
                                : Markdown.escaped(cause.reasons().getFirst().reason())))
                .toList());
    if (all.size() > MOST_CAUSES) {
      below().paragraph(FigureText.count(all.size() - MOST_CAUSES) + " more in `result.json`.");
    }
  }
}
