package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Code;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.Section;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.Unit;
import io.anteroom.study.diff.Change;
import io.anteroom.study.diff.Change.Bounds;
import io.anteroom.study.diff.Contrast;
import io.anteroom.study.diff.Difference;
import io.anteroom.study.diff.FailOn;
import io.anteroom.study.diff.Regression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Changes between two runs or sweeps in words, and what came of those that were named as bad. */
final class ChangeWording {
  /** From so many percent on, the decimals are of no interest. */
  private static final double MANY = 1000;

  /** From so many times on, only that is said. */
  private static final double MOST_TIMES = 1000;

  private ChangeWording() {}

  static Unit unit(Change change) {
    return PartMetrics.recorded(change.metric()).orElseThrow().unit();
  }

  static String figure(@Nullable Double figure, Unit unit) {
    return figure == null ? FigureText.NONE : unit.text(figure, FigureText.DIGITS);
  }

  /** A change in percent, with its sign; a dash where there is none. */
  static String percent(@Nullable Double share) {
    if (share == null) {
      return FigureText.NONE;
    }
    double percent = share * 100;
    if (share >= MOST_TIMES) {
      return String.format(Locale.ROOT, ">%,.0f times", MOST_TIMES);
    }
    String text =
        String.format(Locale.ROOT, Math.abs(percent) < MANY ? "%+.1f%%" : "%+,.0f%%", percent);
    return text.replaceFirst("^[-+]0[.]0%$", "0.0%");
  }

  /** The interval of a change; a dash where there is none. */
  static String bounds(@Nullable Bounds bounds, Unit unit) {
    if (bounds == null) {
      return FigureText.NONE;
    }
    return bounds.relative()
        ? percent(bounds.low()) + " – " + percent(bounds.high())
        : amount(bounds.low(), unit) + " – " + amount(bounds.high(), unit);
  }

  /** How far a metric changed, on the scale of its interval. */
  static String amount(Change change, Unit unit) {
    Double a = change.a();
    Double b = change.b();
    Bounds bounds = change.bounds();
    return a == null || b == null || bounds == null || bounds.relative()
        ? percent(change.relative())
        : amount(b - a, unit);
  }

  /**
   * An amount with its sign; of a share in percentage points, since it is not a percentage of it.
   */
  private static String amount(double amount, Unit unit) {
    String sign = amount == 0 ? "" : amount > 0 ? "+" : "-";
    String text = unit.text(Math.abs(amount), 2);
    return sign + (unit == Unit.SHARE ? text.replace("%", "pp") : text);
  }

  /** What a setting was and is. */
  static String text(Difference one) {
    return one.key() + " " + arrow(one.a(), one.b());
  }

  static String arrow(String a, String b) {
    return a + " → " + b;
  }

  /** What came of the changes that fail the command. */
  private record Summary(Mark mark, String words, String counts) {}

  /** The whole text, ending in a line feed. */
  static String text(ReportHead head, List<Section> sections, Style style) {
    List<Block> blocks = new ArrayList<>();
    String beside = head.beside().isEmpty() ? "" : " · " + head.beside();
    blocks.add(new Paragraph(head.mark().sign() + " " + head.outcome() + beside, false));
    sections.forEach(section -> blocks.addAll(section.blocks()));
    Page page = new Page(style);
    TextRenderer.print(blocks, page);
    return page.text();
  }

  /** What came of the changes that fail the command; the other head where none was named. */
  static ReportHead head(
      FailOn failOn, boolean strict, List<Regression> regressions, ReportHead other) {
    Summary summary = summary(failOn, strict, regressions);
    return summary == null
        ? other
        : new ReportHead(
            other.name(),
            other.about(),
            summary.mark,
            summary.words,
            summary.counts,
            other.says(),
            null,
            List.of());
  }

  /** Two results folders without the folders that they lie in. */
  static String title(String a, String b) {
    return last(a) + " and " + last(b);
  }

  private static String last(String name) {
    return name.replaceFirst("/+$", "").replaceFirst("^.*/", "");
  }

  /** What came of the changes that were named. */
  static Section named(List<Fact> facts) {
    return Section.of(
        "fail-on", "What was named as too much", new Facts(Facts.labelledOnce(facts)));
  }

  /** The command that compared them, to be copied. */
  static Section origin(String command) {
    return Section.of(
        "origin",
        "Run it again",
        new Code("command", "The same command prints the same text", "sh", command));
  }

  /**
   * What came of the changes that fail the command; null where none was named.
   *
   * @param strict whether what could not be judged counts as found
   */
  private static @Nullable Summary summary(
      FailOn failOn, boolean strict, List<Regression> regressions) {
    String all = regressions.size() + (regressions.size() == 1 ? " change" : " changes");
    return switch (failOn) {
      case NOT_ASKED -> null;
      case FOUND ->
          new Summary(
              Mark.BAD, "regression", count(regressions, Regression.Verdict.FOUND, all, "found"));
      case NOT_FOUND ->
          new Summary(
              Mark.GOOD,
              "no regression",
              regressions.size() == 1 ? "the change was checked" : "all " + all + " checked");
      case NOT_CHECKED ->
          new Summary(
              strict ? Mark.BAD : Mark.UNCLEAR,
              strict ? "not checked, which --strict forbids" : "not checked",
              count(regressions, Regression.Verdict.NOT_JUDGED, all, "could not be judged"));
    };
  }

  private static String count(
      List<Regression> regressions, Regression.Verdict verdict, String all, String words) {
    long count = regressions.stream().filter(one -> one.verdict() == verdict).count();
    return "%d of %s %s".formatted(count, all, words);
  }

  /** A change that was named as too much. */
  static Fact fact(Regression regression, boolean strict) {
    Mark mark =
        switch (regression.verdict()) {
          case FOUND -> Mark.BAD;
          case NOT_FOUND -> Mark.GOOD;
          case NOT_JUDGED -> strict ? Mark.BAD : Mark.UNCLEAR;
        };
    return Fact.of("fail on", mark, regression.limit() + ": " + words(regression));
  }

  /** What was found, in words, such as {@code found, 35.1ms → 42.2ms (+20.2%)}. */
  static String words(Regression regression) {
    return switch (regression.verdict()) {
      case FOUND ->
          "found, "
              + (regression.change().contrast() == Contrast.NOT_JUDGED
                  ? regression.change().reason()
                  : words(regression.change()));
      case NOT_FOUND -> "not found, " + words(regression.change());
      case NOT_JUDGED -> "not checked: " + regression.change().reason();
    };
  }

  private static String words(Change change) {
    Unit unit = unit(change);
    String values = arrow(figure(change.a(), unit), figure(change.b(), unit));
    String percent = change.relative() == null ? "" : " (" + percent(change.relative()) + ")";
    return switch (change.contrast()) {
      case NONE_SHOWN -> values + percent + ", no difference that these runs can show";
      case GREATER, SMALLER, NOT_JUDGED -> values + percent;
    };
  }
}
