package io.anteroom.report.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of a report. Texts may have names between backquotes where their kind says so. */
public sealed interface Block {
  /** Whether it says nothing: then it is left out. */
  default boolean isEmpty() {
    return switch (this) {
      case Facts facts -> facts.facts.isEmpty();
      case Table table -> table.rows.isEmpty();
      case Sentences sentences -> sentences.sentences.isEmpty();
      case Causes causes -> causes.causes.isEmpty();
      case Details details -> details.blocks.stream().allMatch(Block::isEmpty);
      case Bars bars -> bars.bars.isEmpty();
      case Paragraph paragraph -> paragraph.text.isEmpty();
      case Chart chart -> false;
      case Heading heading -> false;
      case Picture picture -> false;
      case Code code -> false;
      case Downloads downloads -> false;
      case Cells cells -> false;
    };
  }

  /** Labelled facts, one after the other. */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }

    /** Facts of one label, which the first one bears. */
    public static List<Fact> labelledOnce(List<Fact> facts) {
      List<Fact> once = new ArrayList<>();
      facts.forEach(fact -> once.add(once.isEmpty() ? fact : fact.unlabelled()));
      return once;
    }
  }

  /**
   * A table.
   *
   * @param caption what it shows, for those who do not see what stands around it
   */
  record Table(String caption, List<Column> columns, List<Row> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /** A table whose columns are as wide as what is in them, the first one aligned left. */
    public static Table of(String caption, List<String> headings, List<Row> rows) {
      Stream<Column> others = headings.stream().skip(1).map(heading -> Column.right(heading, 0));
      return new Table(
          caption,
          Stream.concat(Stream.of(Column.left(headings.getFirst(), 0)), others).toList(),
          rows);
    }
  }

  /**
   * A drawing that needs no script, for formats that can show one.
   *
   * @param svg the whole document
   * @param description what it shows, for those who can't see it
   * @param caption how to read it
   */
  record Picture(String svg, String description, String caption) implements Block {}

  /** How a column is aligned. */
  enum Align {
    LEFT,
    RIGHT,
    /** Right, with the unit in a column of its own: that of seconds is a letter shorter. */
    DURATION,
    /** Right, with a column for the arrow after it. */
    ARROW
  }

  /**
   * A column.
   *
   * @param width in characters, where these have one; 0: as wide as what is in it
   */
  record Column(String heading, int width, Align align) {
    /** A column of words. */
    public static Column left(String heading, int width) {
      return new Column(heading, width, Align.LEFT);
    }

    /** A column of figures. */
    public static Column right(String heading, int width) {
      return new Column(heading, width, Align.RIGHT);
    }
  }

  /** How much a row counts. */
  enum Weight {
    STRONG,
    PLAIN,
    /** It only says more about the row above. */
    BELOW
  }

  /**
   * A row.
   *
   * @param cells the first one is its heading; some may be missing at the end
   * @param view shows only while the page's reader looks at that; null: always
   */
  record Row(Weight weight, List<String> cells, @Nullable String view) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** A row that always shows. */
    public Row(Weight weight, String heading, List<String> cells) {
      this(weight, Stream.concat(Stream.of(heading), cells.stream()).toList(), null);
    }

    /** A row like most. */
    public static Row of(String... cells) {
      return new Row(Weight.PLAIN, List.of(cells), null);
    }
  }

  /**
   * Figures as bars, where nothing else can be drawn.
   *
   * @param width of a full bar in characters
   * @param level the share of a full bar at which a line stands; NaN: there is none
   */
  record Bars(String heading, int width, double level, List<Bar> bars) implements Block {
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A bar.
   *
   * @param label as wide as those of the other bars
   * @param share of a full bar; more than 1: it is cut
   * @param end the share at which its interval ends; NaN: there is none
   * @param figures what stands beside it
   * @param note faint, after the figures
   */
  record Bar(String label, double share, double end, String figures, String note) {}

  /**
   * A chart, which a script of the page draws from the report's {@link ChartData}.
   *
   * @param id names the element that it is drawn into
   * @param description what it is, for those who do not see it
   * @param caption how to read it
   */
  record Chart(String id, String description, String caption) implements Block {}

  /** What shows only when asked for, and only on pages. */
  record Details(String summary, List<Block> blocks) implements Block {
    public Details {
      blocks = List.copyOf(blocks);
    }

    /** The table that says the same as a chart. */
    public static Details of(Table table) {
      return new Details(table.caption() + " as a table", List.of(table));
    }
  }

  /** A heading below that of the section. */
  record Heading(String text) implements Block {}

  record Paragraph(String text, boolean faint) implements Block {}

  /** A list of sentences, with names between backquotes. */
  record Sentences(List<String> sentences) implements Block {
    public Sentences {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * A text to be copied letter by letter.
   *
   * @param id names its element on a page
   * @param label what it is
   */
  record Code(String id, String label, String language, String text) implements Block {}

  /** What held carriers, the worst first. */
  record Causes(List<Cause> causes) implements Block {
    public Causes {
      causes = List.copyOf(causes);
    }

    /** How often a place held them, and the first reason. */
    public static String briefly(Cause cause) {
      return cause.times + (cause.reasons.isEmpty() ? "" : " · " + cause.reasons.getFirst().reason);
    }
  }

  /** A place that held carriers. */
  record Cause(String frame, String times, String lost, List<Why> reasons) {}

  /** Why, how often, and from where: the top first. */
  record Why(String reason, String figures, List<String> stack) {}

  /** Files in the page, and files that lie beside it. */
  record Downloads(List<Download> files) implements Block {
    public Downloads {
      files = List.copyOf(files);
    }
  }

  /**
   * A file that a page offers.
   *
   * @param text its content; null: too much, it lies beside the page
   */
  record Download(String file, String type, @Nullable String text) {}

  /** The table of all cells, which a script makes: there may be ten thousand. */
  record Cells() implements Block {}
}
