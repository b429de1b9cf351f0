package io.anteroom.report;

import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.Unit;
import io.anteroom.study.diff.Change;
import io.anteroom.study.diff.Change.Bounds;
import io.anteroom.study.diff.Difference;
import io.anteroom.study.diff.FailOn;
import io.anteroom.study.diff.Regression;
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
    return String.format(Locale.ROOT, Math.abs(percent) < MANY ? "%+.1f%%" : "%+,.0f%%", percent);
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

  private static String amount(double amount, Unit unit) {
    String sign = amount == 0 ? "" : amount > 0 ? "+" : "-";
    return sign + unit.text(Math.abs(amount), 2);
  }

  /** What a setting was and is. */
  static String text(Difference one) {
    return one.key() + " " + arrow(one.a(), one.b());
  }

  static String arrow(String a, String b) {
    return a + " → " + b;
  }

  /**
   * What came of the changes that fail the command; empty where none was named.
   *
   * @param strict whether what could not be judged counts as found
   */
  static Paragraph summary(FailOn failOn, boolean strict, List<Regression> regressions) {
    String all = regressions.size() + (regressions.size() == 1 ? " change" : " changes");
    return switch (failOn) {
      case NOT_ASKED -> new Paragraph("", false);
      case FOUND ->
          summary(
              Mark.BAD, "regression", count(regressions, Regression.Verdict.FOUND, all, "found"));
      case NOT_FOUND ->
          summary(
              Mark.GOOD,
              "no regression",
              regressions.size() == 1 ? "the change was checked" : "all " + all + " checked");
      case NOT_CHECKED ->
          summary(
              strict ? Mark.BAD : Mark.UNCLEAR,
              strict ? "not checked, which --strict forbids" : "not checked",
              count(regressions, Regression.Verdict.NOT_JUDGED, all, "could not be judged"));
    };
  }

  private static Paragraph summary(Mark mark, String words, String counts) {
    return new Paragraph(mark.sign() + " " + words + " · " + counts, false);
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
      case FOUND -> "found, " + words(regression.change());
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
