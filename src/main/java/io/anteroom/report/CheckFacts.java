package io.anteroom.report;

import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.Check;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the run was held against: one fact if all is well, the reasons of whatever is not. */
final class CheckFacts {
  private static final int DIGITS = 4;

  private CheckFacts() {}

  static List<Fact> of(List<Check> checks, List<Verdict> expectations) {
    List<Fact> facts = new ArrayList<>();
    List<Check> passed =
        checks.stream().filter(check -> check.verdict() == Check.Verdict.PASSED).toList();
    if (!passed.isEmpty()) {
      String all = passed.size() == checks.size() ? "all " : "";
      facts.add(Fact.of("checks", Mark.GOOD, all + passed.size() + " passed" + parts(passed)));
    }
    checks.stream()
        .filter(check -> check.verdict() != Check.Verdict.PASSED)
        .map(
            check ->
                Fact.of(
                    "checks",
                    check.verdict() == Check.Verdict.FAILED ? Mark.BAD : Mark.UNCLEAR,
                    text(check)))
        .forEach(facts::add);
    List<Fact> all = new ArrayList<>(Facts.labelledOnce(facts));
    all.addAll(
        Facts.labelledOnce(
            expectations.stream()
                .map(verdict -> Fact.of("expected", mark(verdict.judgement()), verdict.text()))
                .toList()));
    return all;
  }

  /** How many of them were held to a part of the run only. */
  private static String parts(List<Check> passed) {
    Map<String, Long> byPart =
        passed.stream()
            .filter(check -> !check.reason().isEmpty())
            .collect(Collectors.groupingBy(Check::reason, TreeMap::new, Collectors.counting()));
    return byPart.entrySet().stream()
        .map(part -> ", " + part.getValue() + " of them " + part.getKey())
        .collect(Collectors.joining());
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
            .formatted(
                check.name(),
                FigureText.number(check.expected(), DIGITS),
                FigureText.number(check.measured(), DIGITS));
    String tolerance =
        check.tolerance() == 0 ? "" : " (tolerance " + FigureText.share(check.tolerance()) + ")";
    return figures + tolerance + (check.reason().isEmpty() ? "" : "; " + check.reason());
  }

  /** The sign of what came of an expectation. */
  static Mark mark(Verdict.Judgement judgement) {
    return switch (judgement) {
      case MET -> Mark.GOOD;
      case NOT_MET -> Mark.BAD;
      case NOT_JUDGED -> Mark.UNCLEAR;
    };
  }
}
