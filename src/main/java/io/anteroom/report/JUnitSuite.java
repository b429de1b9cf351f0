package io.anteroom.report;

import io.anteroom.result.Check;
import io.anteroom.result.Environment;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Verdict;
import io.anteroom.result.verdict.Rating;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.result.verdict.VerdictKind;
import io.anteroom.study.diff.Difference;
import io.anteroom.study.diff.Regression;
import io.anteroom.study.diff.RunDiff;
import io.anteroom.study.diff.SweepDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was judged, in JUnit's words.
 *
 * @param nanos how long it took
 * @param properties by name
 */
record JUnitSuite(String name, long nanos, Map<String, String> properties, List<Case> cases) {

  /** What came of a case. */
  enum Result {
    PASSED,
    FAILED,
    SKIPPED
  }

  /**
   * One thing that was judged.
   *
   * @param message why it did not pass; else empty
   */
  record Case(String kind, String name, Result result, String message) {}

  /** A run: its verdict, its checks and its expectations. */
  static JUnitSuite of(Run run) {
    RunVerdict judged = RunVerdict.of(run);
    List<Case> cases = new ArrayList<>();
    cases.add(outcome(judged));
    for (Check check : run.result().checks()) {
      String message = check.verdict() == Check.Verdict.PASSED ? "" : CheckFacts.text(check);
      cases.add(new Case("check", check.name(), result(check.verdict()), message));
    }
    for (Verdict verdict : judged.expectations()) {
      cases.add(
          new Case(
              "expectation",
              verdict.expectation().toString(),
              result(verdict.judgement()),
              verdict.met() ? "" : verdict.text()));
    }
    Map<String, String> properties = new LinkedHashMap<>();
    put(properties, run.result().environment());
    properties.put("schedule", run.result().scheduleChecksum());
    properties.put("seed", Long.toString(run.scenario().conduct().seed()));
    return new JUnitSuite(
        ReportTitle.of(run.scenario()), run.result().windowNanos(), properties, List.copyOf(cases));
  }

  /** Two runs: the changes that were named as too much. */
  static JUnitSuite of(RunDiff diff) {
    List<Case> cases = new ArrayList<>();
    cases.add(outcome("outcome of A", diff.a()));
    cases.add(outcome("outcome of B", diff.b()));
    for (Regression regression : diff.regressions()) {
      cases.add(regression(regression.limit(), regression, diff.strict()));
    }
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("A", diff.a().name());
    properties.put("B", diff.b().name());
    for (Difference difference : diff.environment()) {
      properties.put("A." + difference.key(), difference.a());
      properties.put("B." + difference.key(), difference.b());
    }
    return new JUnitSuite("diff", 0, properties, List.copyOf(cases));
  }

  /** Two sweeps: the changes that were named as too much, of each cell. */
  static JUnitSuite of(SweepDiff diff) {
    List<Case> cases = new ArrayList<>();
    for (SweepDiff.CellDiff cell : diff.cells()) {
      for (Regression regression : cell.regressions()) {
        cases.add(regression(cell.cell() + ": " + regression.limit(), regression, diff.strict()));
      }
    }
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("A", diff.a());
    properties.put("B", diff.b());
    return new JUnitSuite("diff", 0, properties, List.copyOf(cases));
  }

  private static Case regression(String name, Regression regression, boolean strict) {
    Result result = result(regression.verdict(), strict);
    String message =
        result == Result.PASSED ? "" : regression.limit() + ": " + ChangeWording.words(regression);
    return new Case("fail-on", name, result, message);
  }

  private static Case outcome(RunVerdict judged) {
    String details = judged.details().isEmpty() ? "" : ". " + judged.details();
    return outcome("outcome", judged.kind(), judged.headline() + details);
  }

  private static Case outcome(String name, RunDiff.Side side) {
    VerdictKind kind = VerdictKind.of(side.verdict());
    String why = side.explanation().isBlank() ? "" : kind.words() + ": " + side.explanation();
    return outcome(name, kind, why.isEmpty() ? side.verdict().sentence() : why);
  }

  /** What fails the command fails here, too; what the run does not tell is skipped. */
  private static Case outcome(String name, VerdictKind kind, String message) {
    Result result =
        kind.fails()
            ? Result.FAILED
            : kind.rating() == Rating.GOOD ? Result.PASSED : Result.SKIPPED;
    return new Case("outcome", name, result, result == Result.PASSED ? "" : message);
  }

  private static Result result(Check.Verdict verdict) {
    return switch (verdict) {
      case PASSED -> Result.PASSED;
      case FAILED -> Result.FAILED;
      case NOT_JUDGED -> Result.SKIPPED;
    };
  }

  private static Result result(Verdict.Judgement judgement) {
    return switch (judgement) {
      case MET -> Result.PASSED;
      case NOT_MET -> Result.FAILED;
      case NOT_JUDGED -> Result.SKIPPED;
    };
  }

  private static Result result(Regression.Verdict verdict, boolean strict) {
    return switch (verdict) {
      case NOT_FOUND -> Result.PASSED;
      case FOUND -> Result.FAILED;
      case NOT_JUDGED -> strict ? Result.FAILED : Result.SKIPPED;
    };
  }

  private static void put(Map<String, String> properties, Environment environment) {
    properties.put("startedAt", environment.startedAt());
    properties.put("anteroom", environment.anteroom());
    properties.put("jdk", environment.jdk());
    properties.put("vm", environment.vm());
    properties.put("os", environment.os());
    properties.put("flags", String.join(" ", environment.flags()));
    properties.put("collector", environment.collector());
    properties.put("processors", Integer.toString(environment.processors()));
    properties.put("carriers", Integer.toString(environment.carriers()));
  }
}
