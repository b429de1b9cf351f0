package io.anteroom.cli;

import io.anteroom.cell.Cells;
import io.anteroom.report.SweepSchedule;
import java.util.List;
import java.util.Locale;

/** How far a sweep has come, in one line. */
final class SweepProgress {
  private final Cells cells;
  private final long startNanos = System.nanoTime();

  SweepProgress(Cells cells) {
    this.cells = cells;
  }

  String line() {
    List<String> running = cells.running();
    double left = cells.secondsLeft();
    return String.format(
            Locale.ROOT,
            "%4.0f s  %,d of %,d cells",
            (System.nanoTime() - startNanos) / 1e9,
            cells.done(),
            cells.count())
        + (cells.failed() == 0 ? "" : String.format(Locale.ROOT, ", %,d failed", cells.failed()))
        + (left < 0 ? "" : "  " + SweepSchedule.lasting(left) + " left")
        + (cells.interrupted() ? "  stopping" : "")
        + (running.isEmpty() ? "" : "  " + running.getFirst());
  }
}
