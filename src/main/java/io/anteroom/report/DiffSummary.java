package io.anteroom.report;

import io.anteroom.report.facts.Mark;
import io.anteroom.study.diff.FailOn;
import io.anteroom.study.diff.Regression;
import java.util.List;

/** The first line of a comparison that may fail: what came of the changes that it fails on. */
record DiffSummary(FailOn failOn, boolean strict, List<Regression> regressions) {

  /** Nothing where no change was named. */
  void print(Page page) {
    switch (failOn) {
      case NOT_ASKED -> {}
      case FOUND -> print(page, Mark.BAD, "regression", count(Regression.Verdict.FOUND, "found"));
      case NOT_FOUND ->
          print(
              page,
              Mark.GOOD,
              "no regression",
              regressions.size() == 1 ? "the change was checked" : "all " + all() + " checked");
      case NOT_CHECKED ->
          print(
              page,
              strict ? Mark.BAD : Mark.UNCLEAR,
              strict ? "not checked, which --strict does not allow" : "not checked",
              count(Regression.Verdict.NOT_JUDGED, "could not be judged"));
    }
  }

  private static void print(Page page, Mark mark, String words, String counts) {
    Style style = page.style();
    page.line(style.of(mark) + " " + style.strong(words) + style.faint(" · " + counts));
    page.blank();
  }

  private String count(Regression.Verdict verdict, String words) {
    long count = regressions.stream().filter(one -> one.verdict() == verdict).count();
    return "%d of %s %s".formatted(count, all(), words);
  }

  private String all() {
    return regressions.size() + (regressions.size() == 1 ? " change" : " changes");
  }
}
