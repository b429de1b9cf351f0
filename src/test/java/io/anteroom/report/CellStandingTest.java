package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.report.facts.Mark;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.verdict.JudgedRuns;
import io.anteroom.result.verdict.Rating;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.result.verdict.VerdictKind;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.sweep.SampleSweeps;
import io.anteroom.study.sweep.Sweep;
import io.anteroom.study.sweep.SweepFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sweep looks no better than its cells, and a cell no better than its run. */
class CellStandingTest {
  private static CellRecord cell(CellOutcome outcome, List<String> notMet, @Nullable Run run) {
    RunVerdict verdict = run == null ? null : RunVerdict.of(run);
    return new CellRecord(
        CellRecord.SCHEMA,
        SampleSweeps.real().cells().getFirst().name(),
        SampleSweeps.real().cells().getFirst().point(),
        "25",
        outcome,
        "",
        null,
        1,
        "sum",
        Map.of("wait.p99", 1e6),
        notMet,
        verdict == null ? null : verdict.toRecord(),
        null,
        null,
        null);
  }

  private static CellRecord cell(VerdictKind kind) {
    Run run = JudgedRuns.of(kind);
    Outcome outcome = run.result().outcome();
    return cell(CellOutcome.of(outcome), List.of(), run);
  }

  private static Sweep sweep() {
    Sweep all = SampleSweeps.real();
    return new Sweep(
        all.schema(),
        all.anteroom(),
        all.name(),
        all.clock(),
        all.axes(),
        all.seed(),
        all.cellTimeout(),
        all.cells().subList(0, 1));
  }

  private static String text(CellRecord cell) {
    return SweepFacts.text(
        sweep(),
        List.of(cell),
        Metrics.find("wait.p99").orElseThrow(),
        new SweepFolder(Path.of("results", "sweep")),
        Style.PLAIN);
  }

  private static String page(CellRecord cell) {
    return Pages.lead(
        SweepFacts.page(
            sweep(), List.of(cell), Metrics.find("wait.p99").orElseThrow(), SweepOrigin.UNKNOWN));
  }

  private static String expectedSign(VerdictKind kind) {
    return kind == VerdictKind.SATURATED ? "!" : Mark.of(kind.rating()).sign();
  }

  @ParameterizedTest
  @EnumSource(VerdictKind.class)
  void aSweepOfOneCellLooksAsThatCell(VerdictKind kind) {
    CellRecord cell = cell(kind);
    String sign = expectedSign(kind);
    assertThat(text(cell)).contains(sign + " 1 " + kind.words());
    assertThat(page(cell)).contains("aria-hidden=\"true\">" + sign + "</span>");
    assertThat(page(cell).contains("verdict good")).isEqualTo(kind.rating() == Rating.GOOD);
    assertThat(CellStanding.of(cell).good()).isEqualTo(kind.rating() == Rating.GOOD);
  }

  @ParameterizedTest
  @EnumSource(CellOutcome.class)
  void aCellThatWasLostSaysWhy(CellOutcome outcome) {
    CellRecord cell = cell(outcome, List.of(), null);
    String word = outcome.lost() ? outcome.word() : outcome.word().replace('-', ' ');
    assertThat(CellStanding.of(cell).word()).isEqualTo(word);
    assertThat(CellStanding.of(cell).lost()).isEqualTo(outcome.lost());
    assertThat(CellStanding.of(cell).good()).isEqualTo(outcome == CellOutcome.COMPLETED);
  }

  @Test
  void anOlderCellThatMissedAnObjectiveSaysSo() {
    CellRecord cell = cell(CellOutcome.COMPLETED, List.of("wait.p99 < 1us"), null);
    assertThat(text(cell)).contains("✗ 1 objective missed");
    assertThat(page(cell)).contains("verdict bad");
  }

  @Test
  void whyACellIsNotGoodStandsInTheTableOfCells() {
    for (VerdictKind kind : VerdictKind.values()) {
      CellRecord cell = cell(kind);
      boolean told = cell.outcome() == CellOutcome.COMPLETED && kind.rating() != Rating.GOOD;
      assertThat(
              CellsOfPage.of(sweep().axes(), List.of(cell), "wait.p99", false).notes().getFirst())
          .isEqualTo(told ? RunVerdict.of(JudgedRuns.of(kind)).headline() : "");
    }
  }

  @Test
  void allStandingsAreListedOnce() {
    assertThat(CellStanding.values().stream().map(CellStanding::word))
        .doesNotHaveDuplicates()
        .containsAll(Arrays.stream(VerdictKind.values()).map(VerdictKind::words).toList());
  }
}
