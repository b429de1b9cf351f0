package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.compare.Cells;
import io.anteroom.study.compare.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands of many cells tell their caller, for every outcome and whatever was expected. */
class ExitCodeTest {
  /** In the order in which one hides the others. */
  private static final List<Integer> WORST_FIRST = List.of(1, 5, 6, 3, 0);

  private static CellRecord cell(CellOutcome outcome, boolean met) {
    return new CellRecord(
        1,
        "cell",
        Map.of(),
        "25",
        outcome,
        "",
        null,
        1,
        "sum",
        Map.of(),
        met ? List.of() : List.of("wait.p99 < 1ms"),
        null,
        null,
        null,
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, 0, 3",
    "INTERRUPTED, 6, 6",
    "STUCK, 5, 5",
    "SATURATED, 6, 6",
    "INVALID, 6, 6",
    "OUT_OF_MEMORY, 1, 1",
    "HUNG, 1, 1",
    "KILLED, 1, 1",
    "CRASHED, 1, 1",
    "FAILED, 1, 1",
  })
  void ofACellItsOutcomeComesBeforeWhatWasExpected(CellOutcome outcome, int met, int notMet) {
    assertThat(ExitCode.ofCells(List.of(cell(outcome, true)))).isEqualTo(met);
    assertThat(ExitCode.ofCells(List.of(cell(outcome, false)))).isEqualTo(notMet);
  }

  @Test
  void ofSeveralCellsTheWorstIsTold() {
    List<CellRecord> all =
        Stream.of(CellOutcome.values())
            .flatMap(outcome -> Stream.of(cell(outcome, true), cell(outcome, false)))
            .toList();
    for (CellRecord one : all) {
      for (CellRecord other : all) {
        int code = ExitCode.ofCells(List.of(one));
        int otherCode = ExitCode.ofCells(List.of(other));
        int worst = WORST_FIRST.indexOf(code) < WORST_FIRST.indexOf(otherCode) ? code : otherCode;
        assertThat(ExitCode.ofCells(List.of(one, other)))
            .as("%s and %s", one, other)
            .isEqualTo(worst);
      }
    }
    assertThat(ExitCode.ofCells(List.of())).isZero();
  }

  @Test
  void aSweepWhoseCellsHaveNotAllEndedWasInterrupted() {
    List<CellRecord> ended = List.of(cell(CellOutcome.STUCK, true), cell(CellOutcome.KILLED, true));
    assertThat(SweepRun.code(ended, 3)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(SweepRun.code(ended, 2)).isEqualTo(ExitCode.FAULT);
    assertThat(SweepRun.code(List.of(), 1)).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void aComparisonWhoseForksHaveNotAllEndedWasInterrupted() {
    Map<String, double[]> figures = Map.of("wait.p99", new double[] {1e6, 2e6});
    Comparison whole = new Cells(2).arm("a", figures).arm("b", figures).compared();
    Comparison part = new Cells(3).arm("a", figures).arm("b", figures).compared();
    List<CellRecord> records = new ArrayList<>(List.of(cell(CellOutcome.STUCK, true)));

    assertThat(CompareCommand.code(whole, records)).isEqualTo(ExitCode.STUCK);
    assertThat(CompareCommand.code(part, records)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(CompareCommand.code(whole, List.of(cell(CellOutcome.COMPLETED, false))))
        .isEqualTo(ExitCode.EXPECTATION_NOT_MET);
  }
}
