package io.anteroom.report;

import io.anteroom.report.facts.Mark;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Unit;
import io.anteroom.study.diff.Change;
import io.anteroom.study.diff.Regression;
import java.util.List;

/** What came of the changes that were named as too much. */
final class DiffVerdicts {
  private final Page page;

  private final boolean strict;

  /**
   * @param strict whether what could not be judged counts as found
   */
  DiffVerdicts(Page page, boolean strict) {
    this.page = page;
    this.strict = strict;
  }

  void print(List<Regression> regressions) {
    String label = "fail on";
    for (Regression regression : regressions) {
      Mark mark =
          switch (regression.verdict()) {
            case FOUND -> Mark.BAD;
            case NOT_FOUND -> Mark.GOOD;
            case NOT_JUDGED -> strict ? Mark.BAD : Mark.UNCLEAR;
          };
      page.fact(label, mark, regression.limit() + ": " + words(regression));
      label = "";
    }
  }

  /** What was found, in words, such as {@code found, 35.1ms → 42.2ms (+20.2%)}. */
  static String words(Regression regression) {
    return switch (regression.verdict()) {
      case FOUND -> "found, " + change(regression.change());
      case NOT_FOUND -> "not found, " + change(regression.change());
      case NOT_JUDGED -> "not checked: " + regression.change().reason();
    };
  }

  private static String change(Change change) {
    Unit unit = Metrics.find(change.metric()).orElseThrow().unit();
    String values = DiffTable.figure(change.a(), unit) + " → " + DiffTable.figure(change.b(), unit);
    Double relative = change.relative();
    String percent = relative == null ? "" : " (" + DiffTable.percent(relative) + ")";
    return switch (change.contrast()) {
      case NONE_SHOWN -> values + percent + ", no difference that these runs can show";
      case GREATER, SMALLER, NOT_JUDGED -> values + percent;
    };
  }
}
