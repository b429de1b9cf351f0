package io.anteroom.study.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Run;
import io.anteroom.result.SampleRuns;
import io.anteroom.result.metric.ChangeLimit;
import io.anteroom.statistics.Moments;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.diff.Change.Bounds;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes of changes that are named as too much, where some can't be judged. */
class JudgementTest {
  private static Regression regression(Regression.Verdict verdict) {
    Change change = new Change("wait.p99", 1.0, 2.0, 1.0, null, Contrast.NOT_JUDGED, "short");
    return new Regression("wait.p99 +10%", verdict, change);
  }

  @ParameterizedTest
  @CsvSource({
    "'', NOT_ASKED, false, false",
    "NOT_FOUND, NOT_FOUND, false, false",
    "NOT_FOUND NOT_FOUND, NOT_FOUND, false, false",
    "NOT_JUDGED, NOT_CHECKED, false, true",
    "NOT_FOUND NOT_JUDGED, NOT_CHECKED, false, true",
    "FOUND, FOUND, true, true",
    "NOT_JUDGED FOUND, FOUND, true, true",
  })
  void whatCouldNotBeJudgedIsNeitherAPassNorARegressionUnlessItIsStrict(
      String verdicts, FailOn whole, boolean fails, boolean failsStrictly) {
    List<Regression> regressions =
        verdicts.isEmpty()
            ? List.of()
            : List.of(verdicts.split(" ")).stream()
                .map(Regression.Verdict::valueOf)
                .map(JudgementTest::regression)
                .toList();

    assertThat(FailOn.of(regressions)).isEqualTo(whole);
    assertThat(whole.fails(false)).isEqualTo(fails);
    assertThat(whole.fails(true)).isEqualTo(failsStrictly);
  }

  /** No all-clear for a change that these runs would not show. */
  @ParameterizedTest
  @CsvSource({
    "wait.p99 +5%, true, -0.227, 0.212, NOT_JUDGED",
    "wait.p99 +5%, true, -0.01, 0.04, NOT_FOUND",
    "wait.p99 +25%, true, -0.227, 0.212, NOT_FOUND",
    "wait.p99 -25%, true, -0.3, 0.1, NOT_JUDGED",
    "wait.p99 +1ms, false, -2e6, 2e6, NOT_JUDGED",
    "wait.p99 +1ms, false, -2e6, 0.5e6, NOT_FOUND",
  })
  void aChangeThatMayBeTooMuchIsNotRuledOut(
      String limit, boolean relative, double low, double high, Regression.Verdict verdict) {
    Bounds bounds = new Bounds(relative, low, high);
    Change change = new Change("wait.p99", 1e7, 1e7, 0.0, bounds, Contrast.NONE_SHOWN, "");

    Regression regression = Regression.of(ChangeLimit.parse(limit), change);
    assertThat(regression.verdict()).isEqualTo(verdict);
    assertThat(regression.change().reason().isEmpty())
        .isEqualTo(verdict == Regression.Verdict.NOT_FOUND);
  }

  /** The worst regression must not pass for want of an interval. */
  @Test
  void aRunThatBreaksDownIsARegression() {
    Run sound = SampleRuns.completed();
    assertThat(Given.diff(sound, SampleRuns.saturated(), "wait.p99 +10%").regressed()).isTrue();
    RunDiff stuck = Given.diff(sound, SampleRuns.stuck(), "wait.p99 +10%");
    assertThat(stuck.regressed()).isTrue();
    assertThat(stuck.regressions().getFirst().change().reason())
        .isEqualTo("B is stuck, and A was not");
    assertThat(Given.diff(SampleRuns.stuck(), SampleRuns.stuck(), "wait.p99 +10%").regressed())
        .isFalse();
    assertThat(Given.diff(SampleRuns.stuck(), sound, "wait.p99 +10%").regressed()).isFalse();
  }

  /** A sweep of one cell. */
  private record OneCell(CellOutcome outcome) implements SweepDiff.Side {
    @Override
    public String name() {
      return outcome.word();
    }

    @Override
    public List<CellRecord> cells() {
      return List.of(
          new CellRecord(
              1,
              "0001",
              Map.of("rooms", "8"),
              "25",
              outcome,
              "",
              null,
              1,
              "sum",
              Map.of(),
              List.of(),
              null,
              null,
              null,
              null));
    }

    @Override
    public Run run(CellRecord cell) {
      return SampleRuns.completed();
    }
  }

  @ParameterizedTest
  @EnumSource(CellOutcome.class)
  void aCellWithoutFiguresIsNotCheckedUnlessItGotStuck(CellOutcome outcome) throws IOException {
    List<ChangeLimit> limits = List.of(ChangeLimit.parse("wait.p99 +10%"));
    OneCell completed = new OneCell(CellOutcome.COMPLETED);
    OneCell other = new OneCell(outcome);

    SweepDiff after = SweepDiff.of(completed, other, limits);
    SweepDiff before = SweepDiff.of(other, completed, limits);

    assertThat(after.regressions()).hasSize(1);
    assertThat(before.regressions()).hasSize(1);
    if (outcome == CellOutcome.STUCK) {
      assertThat(after.failOn()).isEqualTo(FailOn.FOUND);
      assertThat(before.failOn()).isEqualTo(FailOn.NOT_CHECKED);
    } else if (!outcome.measured()) {
      assertThat(after.failOn()).isEqualTo(FailOn.NOT_CHECKED);
      assertThat(after.regressed()).isFalse();
      assertThat(after.strictly().regressed()).isTrue();
      assertThat(after.regressions().getFirst().change().reason())
          .isEqualTo("B: its outcome is " + outcome.word());
      assertThat(before.regressions().getFirst().change().reason())
          .isEqualTo("A: its outcome is " + outcome.word());
    } else {
      assertThat(after.failOn()).isEqualTo(FailOn.NOT_FOUND);
    }
  }

  @Test
  void documentsWithoutTheNewKeysAreReadByTheirRegressions() throws IOException {
    List<ChangeLimit> limits = List.of(ChangeLimit.parse("wait.max +10%"));
    RunDiff diff =
        RunDiff.of(
            new RunDiff.Labelled("a", SampleRuns.completed()),
            new RunDiff.Labelled("b", SampleRuns.abandonments()),
            limits);
    String now = RunDiff.JSON.write(diff);
    String then = now.replaceAll(",\\s*\"failOn\": \"not-checked\",\\s*\"strict\": false", "");

    assertThat(then).isNotEqualTo(now);
    assertThat(RunDiff.JSON.read(then).failOn()).isEqualTo(FailOn.NOT_CHECKED);
    assertThat(RunDiff.JSON.read(then).strict()).isFalse();
  }

  @Test
  void noMetricFallsByMoreThanAllOfIt() {
    Moments certain = new Moments(10, 10, 0.9);
    Moments scattered = new Moments(10, 1, 400);

    Bounds bounds = new Welch(10, certain, 1, scattered).bounds();

    assertThat(bounds.relative()).isTrue();
    assertThat(bounds.low()).isEqualTo(-1);
    assertThat(bounds.high()).isGreaterThan(-0.9);
  }
}
