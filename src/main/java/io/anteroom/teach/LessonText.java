package io.anteroom.teach;

import io.anteroom.report.Page;
import io.anteroom.report.Style;
import io.anteroom.report.TextRenderer;
import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Facts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lessons for a person at a terminal. */
public final class LessonText {
  private static final int INDENT = 2;
  private static final int LINES_FOR_A_GUESS = 3;

  private final Style style;

  /** In that style. */
  public LessonText(Style style) {
    this.style = style;
  }

  /** Numbers, titles and questions, ending in a line feed. */
  public String list(List<Subject> subjects) {
    Page page = new Page(style);
    for (Subject subject : subjects) {
      page.line("%4s  %s".formatted(subject.number(), style.strong(subject.title())));
      page.paragraph(6, subject.question(), style::faint);
    }
    page.blank().paragraph(0, "anteroom lesson 3 runs one, anteroom lesson all every one.");
    return page.text();
  }

  /** What is to be read before it runs, ending in a line feed. */
  public String question(Subject subject) {
    Page page = new Page(style);
    page.line(style.strong(LessonFacts.title(subject.number(), subject.title()))).blank();
    page.paragraph(INDENT, subject.question()).blank();
    return page.text();
  }

  /** The questions with space for answers, ending in a line feed. */
  public String worksheet(List<Subject> subjects) {
    StringBuilder sheet = new StringBuilder();
    for (Subject subject : subjects) {
      sheet.append(question(subject));
      Page space = new Page(style);
      for (int line = 0; line < LINES_FOR_A_GUESS; line++) {
        space.line(" ".repeat(INDENT) + "_".repeat(space.width() - 2 * INDENT)).blank();
      }
      sheet.append(space.text());
    }
    return sheet.toString();
  }

  /**
   * What came of it, ending in a line feed.
   *
   * @param guess what the reader expected; may be empty
   * @param folder where the figures are
   */
  public String answer(LessonResult result, String guess, Path folder) {
    List<Block> blocks = new ArrayList<>(List.of(new Facts(LessonFacts.guessed(guess))));
    blocks.addAll(LessonFacts.seen(result));
    blocks.addAll(LessonFacts.meaning(result));
    blocks.add(new Facts(LessonFacts.facts(result)));
    Page page = new Page(style);
    TextRenderer.print(blocks, page);
    String label = "try";
    for (Command command : result.tries()) {
      page.command(label, command.line());
      page.paragraph(Page.MARGIN, "# " + command.about(), style::faint);
      label = "";
    }
    page.fact("results", folder.toString());
    return page.text();
  }
}
