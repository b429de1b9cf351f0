package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Bar;
import io.anteroom.report.facts.Block.Bars;
import io.anteroom.report.facts.Block.Cause;
import io.anteroom.report.facts.Block.Causes;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report for a person at a terminal: plain text, as wide as the page, without what needs a screen
 * to be drawn on.
 */
public final class TextRenderer {
  private static final int INDENT = 2;
  private static final int MOST_CAUSES = 3;
  private static final int LEAST_BAR = 6;

  /** Of the smallest usual terminal, without the line for the next command. */
  private static final int FEWEST_ROWS = 23;

  /** A longer outcome has what stands beside it below. */
  private static final int LONGEST_OUTCOME = 24;

  private final Style style;
  private final Page page;
  private boolean apart;
  private boolean joined;
  private boolean faint;

  private TextRenderer(Page page) {
    this.style = page.style();
    this.page = page;
  }

  /** Prints blocks. */
  public static void print(List<Block> blocks, Page page) {
    TextRenderer renderer = new TextRenderer(page);
    blocks.stream().filter(block -> !block.isEmpty()).forEach(renderer::print);
  }

  /**
   * The whole text, ending in a line feed.
   *
   * @param folder where the results are; null: nowhere
   */
  public static String text(Report report, Style style, @Nullable Path folder) {
    TextRenderer renderer = new TextRenderer(new Page(style));
    renderer.print(report.head());
    return renderer.finished(report, folder, "verdict", verdict(report));
  }

  /** Of a sweep, how many cells ended how; that a comparison ended is no answer. */
  private static String verdict(Report report) {
    ReportHead head = report.head();
    return switch (report.kind()) {
      case "comparison" -> "";
      case "sweep" -> head.outcome() + ": " + head.says().getFirst();
      default -> head.outcome();
    };
  }

  /**
   * The same with the answer before what it is about.
   *
   * @param answered whether there is one: then the first sentence is it, and needs no mark
   */
  static String answerFirst(Report report, Style style, boolean answered, @Nullable Path folder) {
    TextRenderer renderer = new TextRenderer(new Page(style));
    renderer.printAnswer(report.head(), answered);
    return renderer.finished(report, folder, "answer", answer(report.head()));
  }

  /** With what is said against it. */
  private static String answer(ReportHead head) {
    return head.says().stream()
        .limit(head.mark() == Mark.GOOD ? 1 : 2)
        .collect(Collectors.joining(" "));
  }

  /** What scrolls out of sight is said once more at the end. */
  private String finished(Report report, @Nullable Path folder, String label, String answer) {
    report.sections().forEach(section -> section.blocks().forEach(this::print));
    if (page.lines() > FEWEST_ROWS && !answer.isEmpty()) {
      begin(false);
      page.fact(label, report.head().mark(), unnamed(answer));
    }
    if (folder != null) {
      begin(false);
      page.line(page.label("results") + folder);
    }
    return page.text();
  }

  private void print(ReportHead head) {
    page.line(style.strong(head.name()));
    page.paragraph(0, Fact.parts(head.about()), style::faint);
    page.blank();
    String mark = style.of(head.mark()) + " ";
    int beside = INDENT + head.outcome().length() + Fact.SEPARATOR.length() + 1;
    if (head.outcome().length() <= LONGEST_OUTCOME
        && beside + head.beside().length() <= page.width()) {
      page.line(mark + style.strong(head.outcome()) + style.faint(" · " + head.beside()));
    } else {
      List<String> lines = Page.wrap(head.outcome(), page.width() - INDENT);
      page.line(mark + style.strong(lines.getFirst()));
      lines.stream().skip(1).forEach(line -> page.line("  " + style.strong(line)));
      page.paragraph(INDENT, head.beside(), style::faint);
    }
    head.says().forEach(sentence -> page.paragraph(INDENT, unnamed(sentence)));
    if (head.advice() != null) {
      page.paragraph(INDENT, head.advice());
    }
    page.blank();
  }

  private void printAnswer(ReportHead head, boolean answered) {
    List<String> says = head.says();
    if (answered) {
      page.paragraph(0, says.getFirst(), style::strong);
    }
    says.stream().skip(answered ? 1 : 0).forEach(sentence -> page.marked(head.mark(), sentence));
    page.paragraph(0, Fact.parts(head.about()), style::faint);
    page.blank();
  }

  private void print(Block block) {
    switch (block) {
      case Facts facts -> print(facts);
      case Table table -> print(table);
      case Bars bars -> print(bars);
      case Causes causes -> print(causes);
      case Paragraph paragraph -> print(paragraph);
      case Block.Heading heading -> {
        begin(true);
        page.line(style.strong(heading.text()));
        apart = false;
        joined = true;
      }
      case Block.Sentences sentences -> {
        begin(true);
        sentences.sentences().forEach(sentence -> page.paragraph(INDENT, unnamed(sentence)));
      }
      case Block.Chart chart -> {}
      case Block.Picture picture -> {}
      case Block.Details details -> {}
      case Block.Code code -> {}
      case Block.Downloads downloads -> {}
      case Block.Cells cells -> {}
    }
  }

  /** A sentence without the backquotes around its names. */
  static String unnamed(String sentence) {
    return sentence.replace("`", "");
  }

  /** Facts follow each other; all else has blank lines around it. */
  private void begin(boolean alone) {
    if ((alone || apart) && !joined) {
      page.blankBetween();
    }
    apart = alone;
    joined = false;
    faint = false;
  }

  /** Faint ones follow each other. */
  private void print(Paragraph paragraph) {
    joined |= paragraph.faint() && faint;
    begin(true);
    Optional<Mark> mark = Mark.before(paragraph.text());
    if (mark.isPresent()) {
      page.marked(mark.get(), paragraph.text().substring(2));
    } else {
      page.paragraph(0, paragraph.text(), paragraph.faint() ? style::faint : text -> text);
    }
    faint = paragraph.faint();
  }

  private void print(Facts facts) {
    begin(false);
    List<Fact> all = facts.facts();
    for (int i = 0; i < all.size(); i++) {
      Fact fact = all.get(i);
      if (fact.brief() && i + 1 < all.size() && all.get(i + 1).brief()) {
        Fact second = all.get(++i);
        page.pair(fact.label(), fact.text(), second.label(), second.text());
      } else if (fact.mark() == null) {
        page.fact(fact.label(), fact.text());
      } else {
        page.fact(fact.label(), fact.mark(), fact.text());
      }
    }
  }

  private void print(Causes causes) {
    List<Cause> all = causes.causes();
    begin(false);
    for (Cause cause : all.subList(0, Math.min(all.size(), MOST_CAUSES))) {
      page.fact("", cause.frame());
      page.fact("", Causes.briefly(cause));
    }
    if (all.size() > MOST_CAUSES) {
      page.fact("", (all.size() - MOST_CAUSES) + " more causes in result.json");
    }
  }

  private void print(Table table) {
    for (List<String> part : new TableText(style, page.width()).parts(table)) {
      begin(true);
      part.forEach(page::line);
    }
  }

  private void print(Bars bars) {
    begin(true);
    page.line(style.faint(bars.heading()));
    for (Bar bar : bars.bars()) {
      page.line(
          bar.label() + "  " + drawn(bar, bars) + bar.figures() + "  " + style.faint(bar.note()));
    }
  }

  /** Half of what a line has more than usual is the bars', and all that it has less. */
  private int width(Bars bars) {
    int more = page.width() - Style.USUAL_COLUMNS;
    return Math.clamp(bars.width() + (more < 0 ? more : more / 2), LEAST_BAR, 2 * bars.width());
  }

  private String drawn(Bar bar, Bars bars) {
    int width = width(bars);
    String drawn = Page.bar(bar.share(), width);
    if (!Double.isNaN(bar.end())) {
      int length = drawn.stripTrailing().length();
      int end = (int) Math.round(Math.clamp(bar.end(), 0, 1) * width);
      String whisker = end > length ? "─".repeat(end - length - 1) + "┤" : "";
      drawn = Page.filled(drawn.substring(0, length) + whisker, width);
    }
    if (Double.isNaN(bars.level())) {
      return style.blue(drawn);
    }
    int at = Math.min((int) Math.round(bars.level() * width), width - 1);
    return style.blue(drawn.substring(0, at)) + "│" + style.blue(drawn.substring(at + 1));
  }
}
