package io.anteroom.lesson;

import io.anteroom.report.Mark;
import io.anteroom.report.Page;
import io.anteroom.report.PlanFigures;
import io.anteroom.report.Style;
import java.nio.file.Path;
import java.util.List;

/** Lessons for a person at a terminal. */
public final class LessonText {
  private static final int INDENT = 2;
  private static final int JDK_WIDTH = 10;
  private static final int FIGURE_WIDTH = 12;

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
      page.line(page.label(label) + command.line());
      page.paragraph(Page.MARGIN + 2, command.about(), style::faint);
      label = "";
    }
    page.fact("results", folder.toString());
    return page.text();
  }

  private static String name(Observation seen) {
    return seen.run() + (seen.jdk().isEmpty() ? "" : " on JDK " + seen.jdk());
  }

  private void table(Page page, List<List<String>> table) {
    int first = table.stream().mapToInt(row -> row.getFirst().length()).max().orElse(0);
    for (int i = 0; i < table.size(); i++) {
      List<String> row = table.get(i);
      StringBuilder line = new StringBuilder(left(row.get(0), first + 2));
      line.append(left(row.get(1), JDK_WIDTH));
      row.subList(2, row.size() - 1)
          .forEach(figure -> line.append(PlanFigures.padded(figure, FIGURE_WIDTH)));
      line.append("  ").append(row.getLast());
      page.line(i == 0 ? style.faint(line.toString()) : line.toString());
    }
  }

  private static String left(String text, int width) {
    return text + " ".repeat(Math.max(width - text.length(), 1));
  }

  private static void grade(Page page, Grade grade) {
    page.fact("grade", mark(grade.verdict()), grade.place() + ": " + grade.verdict().word());
    for (Grade.Judged claim : grade.claims()) {
      String verdict = claim.verdict() == Verdict.EXPECTED ? "" : claim.verdict().word() + ": ";
      page.fact("", mark(claim.verdict()), verdict + claim.sentence());
    }
  }

  private static Mark mark(Verdict verdict) {
    return switch (verdict) {
      case EXPECTED -> Mark.GOOD;
      case SURPRISING -> Mark.LIMITED;
      case NOT_JUDGED -> Mark.UNCLEAR;
      case CONTRADICTS -> Mark.BAD;
    };
  }
}
