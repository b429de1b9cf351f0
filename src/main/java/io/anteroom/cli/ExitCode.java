package io.anteroom.cli;

import io.anteroom.result.verdict.VerdictKind;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import java.util.List;

/** What the process tells its caller; the same for every command. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAULT = 1;
  static final int USAGE = 2;
  static final int EXPECTATION_NOT_MET = 3;
  static final int REGRESSION = 4;
  static final int STUCK = 5;
  static final int SATURATED_OR_INVALID = 6;
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  /**
   * Of several cells: a lost one comes first, then a stuck one, then one without sound figures,
   * then one that does not meet what was expected of it.
   */
  static int ofCells(List<CellRecord> cells) {
    if (cells.stream().anyMatch(cell -> cell.outcome().lost())) {
      return FAULT;
    }
    if (cells.stream().anyMatch(cell -> cell.outcome() == CellOutcome.STUCK)) {
      return STUCK;
    }
    if (cells.stream().anyMatch(cell -> cell.outcome() != CellOutcome.COMPLETED)) {
      return SATURATED_OR_INVALID;
    }
    return cells.stream().allMatch(cell -> cell.notMet().isEmpty()) ? DONE : EXPECTATION_NOT_MET;
  }

  /** Of a run on which that is the verdict. */
  static int of(VerdictKind kind) {
    return switch (kind) {
      case INVALID, SATURATED, SERVER_LOST -> SATURATED_OR_INVALID;
      case STUCK -> STUCK;
      case INTERRUPTED -> INTERRUPTED;
      case OBJECTIVE_MISSED, OBJECTIVE_NOT_JUDGED -> EXPECTATION_NOT_MET;
      case CARRIERS_HELD,
          MACHINE_TOO_NOISY,
          THEORY_DISAGREES,
          TOO_FEW_VISITS,
          PRECISION_NOT_MET,
          OBJECTIVE_MET,
          COMPLETED ->
          DONE;
    };
  }
}
