package io.anteroom.teach;

import io.anteroom.report.Page;
import io.anteroom.report.Style;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lessons for a person at a terminal. */
public final class LessonText {
  private static final int INDENT = 2;
  private static final Pattern UNBROKEN = Pattern.compile("'[^']*'|--[a-z-]+ (?:'[^']*'|[^-' ]+)");

  /** Columns of words: what ran, and where. */
  private static final int NAMES = 2;

  private final Style style;

  /** In that style. */
  public LessonText(Style style) {
    this.style = style;
  }

  /** Numbers, titles and questions, ending in a line feed. */
  public String list(List<Lesson> lessons) {
    Page page = new Page(style);
    for (Lesson lesson : lessons) {
      Subject subject = lesson.subject();
      page.line("%4s  %s".formatted(subject.number(), style.strong(subject.title())));
      page.paragraph(6, subject.question(), style::faint);
    }
    page.blank().paragraph(0, "anteroom lesson 3 runs one, anteroom lesson all every one.");
    return page.text();
  }

  /** What is to be read before it runs, ending in a line feed. */
  public String question(Subject subject) {
    Page page = new Page(style);
    page.line(style.strong("Lesson " + subject.number() + ": " + subject.title())).blank();
    page.paragraph(INDENT, subject.question()).blank();
    return page.text();
  }

  /**
   * What came of it, ending in a line feed.
   *
   * @param folder where the figures are
   */
  public String answer(LessonResult result, Path folder) {
    Page page = new Page(style);
    table(page, result.table());
    page.blank();
    for (Observation seen : result.observations()) {
      if (!seen.explanation().isEmpty()) {
        page.paragraph(INDENT, name(seen) + ": " + seen.explanation(), style::faint);
      }
    }
    if (result.interrupted()) {
      page.paragraph(0, "Interrupted: too little was seen to explain it.");
    }
    for (String paragraph : result.explanation()) {
      page.paragraph(0, paragraph).blank();
    }
    result.grades().forEach(grade -> grade(page, grade));
    for (String limit : result.notShown()) {
      page.fact("not shown", Mark.LIMITED, limit);
    }
    String label = "read on";
    for (Source source : result.sources()) {
      page.fact(label, source.name() + ": " + source.about());
      label = "";
    }
    label = "try";
    for (Command command : result.tries()) {
      command(page, label, command);
      label = "";
    }
    page.fact("results", folder.toString());
    return page.text();
  }

  /** What does not fit on a line goes on on the next one, as shells have it. */
  private void command(Page page, String label, Command command) {
    List<String> lines = Page.wrap(unbroken(command.line()), Page.WIDTH - Page.MARGIN - 4);
    for (int i = 0; i < lines.size(); i++) {
      String before = i == 0 ? page.label(label) : " ".repeat(Page.MARGIN + 2);
      page.line(before + lines.get(i) + (i < lines.size() - 1 ? " \\" : ""));
    }
    page.paragraph(Page.MARGIN, "# " + command.about(), style::faint);
  }

  /** Nothing between quotation marks may be broken, nor an option and its value. */
  private static String unbroken(String line) {
    return UNBROKEN
        .matcher(line)
        .replaceAll(found -> Matcher.quoteReplacement(found.group().replace(' ', Fact.NO_BREAK)));
  }

  private static String name(Observation seen) {
    return seen.run() + (seen.jdk().isEmpty() ? "" : " on JDK " + seen.jdk());
  }

  private void table(Page page, List<List<String>> table) {
    for (int i = 0; i < table.size(); i++) {
      List<String> row = table.get(i);
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size() - 1; column++) {
        int width = width(table, column);
        String cell = row.get(column);
        line.append(column < NAMES ? left(cell, width) : Page.padded(cell, width));
        line.append("  ");
      }
      line.append(row.getLast());
      page.line(i == 0 ? style.faint(line.toString()) : line.toString());
    }
  }

  private static int width(List<List<String>> table, int column) {
    return table.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String left(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static void grade(Page page, Grade grade) {
    page.fact("grade", mark(grade.verdict()), grade.place() + ": " + grade.verdict().word());
    for (Grade.Judged claim : grade.claims()) {
      String verdict = claim.verdict() == JdkMatch.EXPECTED ? "" : claim.verdict().word() + ": ";
      page.fact("", mark(claim.verdict()), verdict + claim.sentence());
    }
  }

  private static Mark mark(JdkMatch verdict) {
    return switch (verdict) {
      case EXPECTED -> Mark.GOOD;
      case SURPRISING -> Mark.LIMITED;
      case NOT_JUDGED -> Mark.UNCLEAR;
      case CONTRADICTS -> Mark.BAD;
    };
  }
}
