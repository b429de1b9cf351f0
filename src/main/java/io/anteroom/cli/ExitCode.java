package io.anteroom.cli;

import io.anteroom.cell.CellOutcome;
import io.anteroom.cell.CellRecord;
import io.anteroom.result.Outcome;
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

  /** Where several hold, what became of the run comes before what was expected of it. */
  static int of(Outcome outcome, boolean expectationsMet) {
    return switch (outcome) {
      case INTERRUPTED -> INTERRUPTED;
      case STUCK -> STUCK;
      case SATURATED, INVALID -> SATURATED_OR_INVALID;
      case COMPLETED -> expectationsMet ? DONE : EXPECTATION_NOT_MET;
    };
  }
}
