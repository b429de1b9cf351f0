package io.anteroom.teach;

import io.anteroom.report.BarsSvg;
import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Code;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Heading;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Block.Picture;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.Section;
import io.anteroom.result.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What there is to say about lessons. */
public final class LessonFacts {
  /** Columns of words: what ran, and where. */
  private static final int NAMES = 2;

  private static final String SPACE = "_".repeat(60);

  private LessonFacts() {}

  /**
   * A lesson that ran, and what its reader expected.
   *
   * @param guess may be empty
   */
  public record Told(LessonResult result, String guess) {}

  /**
   * Lessons as a handout: all questions first, then what came of each, on a page of its own.
   *
   * @param typed puts commands as the reader types them
   */
  public static Report handout(List<Told> lessons, UnaryOperator<String> typed) {
    List<LessonResult> results = lessons.stream().map(Told::result).toList();
    Mark worst =
        mark(results.stream().map(LessonResult::verdict).reduce(JdkMatch.EXPECTED, JdkMatch::and));
    List<Section> sections = new ArrayList<>();
    sections.add(questions(results.stream().map(LessonFacts::subject).toList()));
    lessons.forEach(told -> sections.add(lesson(told, typed)));
    return report(
        results.stream().limit(1).flatMap(result -> made(result).stream()).toList(),
        worst,
        results.size(),
        sections);
  }

  /** The questions of lessons, with space for what a class expects. */
  public static Report worksheet(List<Subject> subjects) {
    return report(List.of(), Mark.UNCLEAR, subjects.size(), List.of(questions(subjects)));
  }

  private static Report report(List<String> about, Mark mark, int lessons, List<Section> sections) {
    ReportHead head =
        new ReportHead(
            "Virtual threads and waiting",
            about,
            mark,
            FigureText.count(lessons, "lesson"),
            "",
            List.of(),
            null,
            List.of());
    return new Report("lessons", head, sections, null);
  }

  private static Subject subject(LessonResult result) {
    return new Subject(result.number(), result.title(), result.question());
  }

  private static Section questions(List<Subject> subjects) {
    List<Block> blocks = new ArrayList<>();
    for (Subject subject : subjects) {
      blocks.add(new Heading(title(subject.number(), subject.title())));
      blocks.add(new Paragraph(subject.question(), false));
      blocks.add(new Paragraph(SPACE, true));
    }
    return new Section("questions", "Questions", blocks);
  }

  private static List<String> made(LessonResult result) {
    return List.of(
        "Anteroom " + result.environment().anteroom(),
        result.environment().os(),
        result.environment().processors() + " processors",
        result.environment().startedAt());
  }

  private static Section lesson(Told told, UnaryOperator<String> typed) {
    LessonResult result = told.result();
    String id = "lesson-" + result.number().replace('.', '-');
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(result.question(), false));
    blocks.add(new Facts(guessed(told.guess())));
    blocks.add(new Heading("What was seen"));
    blocks.addAll(picture(result));
    blocks.addAll(seen(result));
    blocks.add(new Heading("What it means"));
    blocks.addAll(meaning(result));
    blocks.add(new Facts(facts(result)));
    blocks.add(new Heading("Try"));
    for (Command command : result.tries()) {
      String name = id + "-command-" + blocks.size();
      blocks.add(new Code(name, command.about(), "sh", typed.apply(command.line())));
    }
    return new Section(id, title(result.number(), result.title()), blocks);
  }

  /** What the reader said; nothing where nobody asked. */
  static List<Fact> guessed(String guess) {
    return guess.isEmpty() ? List.of() : List.of(Fact.of("you said", guess));
  }

  /** The figure that matters most, of all runs; nothing of a lesson that is no more. */
  private static List<Block> picture(LessonResult result) {
    Optional<Column> column =
        Lessons.find(result.number()).map(lesson -> lesson.columns().getFirst());
    return column.stream().<Block>map(drawn -> picture(result, drawn)).toList();
  }

  private static Picture picture(LessonResult result, Column column) {
    List<BarsSvg.Row> rows =
        result.observations().stream()
            .map(seen -> new BarsSvg.Row(label(seen), column.value(seen), column.text(seen)))
            .toList();
    return new Picture(
        BarsSvg.text(column.heading(), rows),
        column.heading() + " of each run",
        "Each run, on each JDK: " + column.heading() + ".");
  }

  private static String label(Observation seen) {
    return seen.run() + ", " + (seen.jdk().isEmpty() ? "simulated" : "JDK " + seen.feature());
  }

  static String title(String number, String title) {
    return "Lesson " + number + ": " + title;
  }

  /** The runs, and why some of them ended as they did. */
  static List<Block> seen(LessonResult result) {
    List<String> headings = result.table().getFirst();
    int last = headings.size() - 1;
    List<Block.Column> columns =
        IntStream.rangeClosed(0, last)
            .mapToObj(
                column ->
                    column < NAMES || column == last
                        ? Block.Column.left(headings.get(column), 0)
                        : Block.Column.right(headings.get(column), 0))
            .toList();
    List<Row> rows =
        result.table().stream().skip(1).map(row -> Row.of(row.toArray(String[]::new))).toList();
    List<Block> blocks =
        new ArrayList<>(List.of(new Table("Each run, on each JDK", columns, rows)));
    result.observations().stream()
        .filter(seen -> !seen.explanation().isEmpty())
        .forEach(seen -> blocks.add(new Paragraph(explained(seen), true)));
    return blocks;
  }

  private static String explained(Observation seen) {
    String where = seen.jdk().isEmpty() ? "" : " on JDK " + seen.jdk();
    return seen.run() + where + ": " + seen.explanation();
  }

  /** What to make of it. */
  static List<Block> meaning(LessonResult result) {
    List<String> paragraphs =
        result.interrupted()
            ? List.of("Interrupted: too little was seen to explain it.")
            : result.explanation();
    return paragraphs.stream().<Block>map(text -> new Paragraph(text, false)).toList();
  }

  /** Grades, what could not be shown, and where to read on. */
  static List<Fact> facts(LessonResult result) {
    List<Fact> facts = new ArrayList<>();
    for (Grade grade : result.grades()) {
      facts.add(
          Fact.of("grade", mark(grade.verdict()), grade.place() + ": " + grade.verdict().word()));
      for (Grade.Judged claim : grade.claims()) {
        String verdict = claim.verdict() == JdkMatch.EXPECTED ? "" : claim.verdict().word() + ": ";
        facts.add(Fact.of("", mark(claim.verdict()), verdict + claim.sentence()));
      }
    }
    result.notShown().forEach(limit -> facts.add(Fact.of("not shown", Mark.LIMITED, limit)));
    facts.addAll(
        Facts.labelledOnce(
            result.sources().stream().map(source -> Fact.of("read on", source.text())).toList()));
    return facts;
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
