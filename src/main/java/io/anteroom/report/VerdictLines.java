package io.anteroom.report;

import io.anteroom.result.Check;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Verdict;
import java.util.List;

/** What the run was held against: one line if all is well, the reasons of whatever is not. */
final class VerdictLines {
  private static final int DIGITS = 4;

  private final Facts facts;
  private String label = "";

  VerdictLines(Facts facts) {
    this.facts = facts;
  }

  void printChecks(List<Check> checks) {
    label = "checks";
    long passed = checks.stream().filter(check -> check.verdict() == Check.Verdict.PASSED).count();
    if (passed > 0) {
      print(Mark.GOOD, passed == checks.size() ? "all " + passed + " passed" : passed + " passed");
    }
    for (Check check : checks) {
      switch (check.verdict()) {
        case PASSED -> {}
        case FAILED -> print(Mark.BAD, text(check));
        case NOT_JUDGED -> print(Mark.UNCLEAR, text(check));
      }
    }
  }

  /** What came of a check, for a person to read. */
  static String text(Check check) {
    return switch (check.verdict()) {
      case PASSED -> check.name() + " passed";
      case FAILED -> failure(check);
      case NOT_JUDGED -> check.name() + " not judged: " + check.reason();
    };
  }

  private static String failure(Check check) {
    String figures =
        "%s failed: expected %s, measured %s"
            .formatted(check.name(), number(check.expected()), number(check.measured()));
    String tolerance =
        check.tolerance() == 0 ? "" : " (tolerance " + FigureText.share(check.tolerance()) + ")";
    return figures + tolerance + (check.reason().isEmpty() ? "" : "; " + check.reason());
  }

  private static String number(double number) {
    return Double.isFinite(number) ? FigureText.number(number, DIGITS) : "–";
  }

  void printExpectations(List<Verdict> verdicts) {
    label = "expected";
    verdicts.forEach(verdict -> print(mark(verdict), verdict.text()));
  }

  /** The sign of what came of an expectation. */
  static Mark mark(Verdict verdict) {
    return switch (verdict.judgement()) {
      case MET -> Mark.GOOD;
      case NOT_MET -> Mark.BAD;
      case NOT_JUDGED -> Mark.UNCLEAR;
    };
  }

  private void print(Mark mark, String text) {
    facts.fact(label, mark, text);
    label = "";
  }
}
