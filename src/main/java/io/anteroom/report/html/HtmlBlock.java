package io.anteroom.report.html;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Align;
import io.anteroom.report.facts.Block.Cause;
import io.anteroom.report.facts.Block.Causes;
import io.anteroom.report.facts.Block.Cells;
import io.anteroom.report.facts.Block.Chart;
import io.anteroom.report.facts.Block.Code;
import io.anteroom.report.facts.Block.Column;
import io.anteroom.report.facts.Block.Details;
import io.anteroom.report.facts.Block.Download;
import io.anteroom.report.facts.Block.Downloads;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Heading;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Block.Picture;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Sentences;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.jstach.jstache.JStache;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A block on a page: the template asks what it is. Bars are for those who can't draw. */
@JStache(path = "io/anteroom/report/html/block.mustache")
record HtmlBlock(Block block) {
  private static final Pattern ADDRESS = Pattern.compile("https://[A-Za-z0-9./?=_-]*[A-Za-z0-9/]");

  /** An option with its value, or any other word; what is quoted is one. */
  private static final Pattern WORD =
      Pattern.compile("--?[a-z-]+ (?![-#])(?:'[^']*'|\\S+)|(?:'[^']*'|\\S)+");

  record Labelled(String label, List<Told> facts) {}

  /** A fact whose addresses can be followed. */
  record Told(@Nullable Mark mark, List<Words> parts) {}

  /** Some words, or an address. */
  record Words(String text, boolean address) {}

  /** A part of a command, in which lines may end unless it is a whole. */
  record Piece(String text, boolean whole) {}

  /** A row; the first cell is its heading. */
  record HtmlRow(String heading, boolean faint, @Nullable String view, List<HtmlCell> cells) {}

  /** A cell of a table, of words or a figure. */
  record HtmlCell(String text, boolean words) {}

  /** A drawing in the page, in base 64. */
  record Image(String base64, String description, String caption) {}

  String html() {
    return HtmlBlockRenderer.of().execute(this);
  }

  @Nullable List<Labelled> facts() {
    if (!(block instanceof Facts(List<Fact> facts))) {
      return null;
    }
    List<Labelled> labelled = new ArrayList<>();
    for (Fact fact : facts) {
      if (!fact.label().isEmpty() || labelled.isEmpty()) {
        labelled.add(new Labelled(fact.label(), new ArrayList<>()));
      }
      // A browser breaks lines where it likes.
      String text = fact.text().replace(Fact.NO_BREAK, ' ');
      labelled.getLast().facts().add(new Told(fact.mark(), words(text)));
    }
    return labelled;
  }

  private static List<Words> words(String text) {
    List<Words> parts = new ArrayList<>();
    int from = 0;
    for (MatchResult found : ADDRESS.matcher(text).results().toList()) {
      parts.add(new Words(text.substring(from, found.start()), false));
      parts.add(new Words(found.group(), true));
      from = found.end();
    }
    parts.add(new Words(text.substring(from), false));
    return parts;
  }

  @Nullable Table table() {
    return block instanceof Table table ? table : null;
  }

  /** A row that says more about another one bears its name, too. */
  List<HtmlRow> lines() {
    List<HtmlRow> rows = new ArrayList<>();
    String above = "";
    for (Row row : block instanceof Table table ? table.rows() : List.<Row>of()) {
      boolean below = row.weight() == Weight.BELOW;
      String own = row.cells().getFirst();
      above = below ? above : own;
      String heading = below && !own.isEmpty() ? about(above, own) : own;
      rows.add(new HtmlRow(heading, below, row.view(), cells(row)));
    }
    return rows;
  }

  /** Without the first one. */
  private List<HtmlCell> cells(Row row) {
    List<Column> columns = block instanceof Table table ? table.columns() : List.<Column>of();
    List<HtmlCell> cells = new ArrayList<>();
    for (int place = 1; place < row.cells().size(); place++) {
      boolean words = place < columns.size() && columns.get(place).align() == Align.LEFT;
      cells.add(new HtmlCell(row.cells().get(place), words));
    }
    return cells;
  }

  /** The headings of a table. */
  List<HtmlCell> headings() {
    return block instanceof Table table
        ? table.columns().stream()
            .map(column -> new HtmlCell(column.heading(), column.align() == Align.LEFT))
            .toList()
        : List.of();
  }

  private static String about(String above, String own) {
    return above + (Character.isLetter(own.charAt(0)) ? ", " : " ") + own;
  }

  @Nullable Chart chart() {
    return block instanceof Chart chart ? chart : null;
  }

  /** A drawing keeps its styles to itself. */
  @Nullable Image image() {
    return block instanceof Picture(String svg, String description, String caption)
        ? new Image(
            Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)),
            description,
            caption)
        : null;
  }

  @Nullable String summary() {
    return block instanceof Details details ? details.summary() : null;
  }

  List<HtmlBlock> inner() {
    return block instanceof Details(String summary, List<Block> blocks)
        ? blocks.stream().map(HtmlBlock::new).toList()
        : List.of();
  }

  @Nullable String heading() {
    return block instanceof Heading heading ? heading.text() : null;
  }

  @Nullable Paragraph paragraph() {
    return block instanceof Paragraph paragraph ? paragraph : null;
  }

  @Nullable List<Sentence> sentences() {
    return block instanceof Sentences(List<String> sentences)
        ? sentences.stream().map(Sentence::of).toList()
        : null;
  }

  @Nullable Code code() {
    return block instanceof Code code ? code : null;
  }

  /** A command in words that no line ends within: an option and its value are one. */
  List<Piece> pieces() {
    if (!(block instanceof Code code)) {
      return List.of();
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (MatchResult found :
        code.language().equals("sh")
            ? WORD.matcher(code.text()).results().toList()
            : List.<MatchResult>of()) {
      pieces.add(new Piece(code.text().substring(from, found.start()), false));
      pieces.add(new Piece(found.group(), true));
      from = found.end();
    }
    pieces.add(new Piece(code.text().substring(from), false));
    return pieces;
  }

  @Nullable List<Cause> causes() {
    return block instanceof Causes(List<Cause> causes) ? causes : null;
  }

  @Nullable List<Download> downloads() {
    return block instanceof Downloads(List<Download> files) ? files : null;
  }

  /** Whether a file has durations in milliseconds. */
  boolean milliseconds() {
    return block instanceof Downloads(List<Download> files)
        && files.stream().anyMatch(file -> file.file().endsWith(".hgrm"));
  }

  boolean cells() {
    return block instanceof Cells;
  }
}
