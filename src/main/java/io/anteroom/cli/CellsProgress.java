package io.anteroom.cli;

import io.anteroom.report.SweepSchedule;
import io.anteroom.study.cell.Cells;
import java.util.List;
import java.util.Locale;

/** How far the cells of an experiment have come, in one line. */
final class CellsProgress {
  private final Cells cells;
  private final long startNanos = System.nanoTime();

  CellsProgress(Cells cells) {
    this.cells = cells;
  }

  String line() {
    List<String> running = cells.running();
    double left = cells.secondsLeft();
    String hindrance = cells.hindrance();
    return String.format(
            Locale.ROOT,
            "%4.0f s  %,d of %,d cells",
            (System.nanoTime() - startNanos) / 1e9,
            cells.done(),
            cells.cells().size())
        + (cells.failed() == 0 ? "" : String.format(Locale.ROOT, ", %,d failed", cells.failed()))
        + (left < 0 ? "" : "  " + SweepSchedule.lasting(left) + " left")
        + (cells.interrupted() ? "  stopping" : "")
        + (hindrance.isEmpty() ? "" : "  " + hindrance)
        + (running.isEmpty() || !hindrance.isEmpty() ? "" : "  " + running.getFirst());
  }
}
