package io.anteroom.cli;

import io.anteroom.report.live.Canvas;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a run is shown in a live view: the same for every command that has one. */
final class ViewOptions {
  @Option(
      names = "--plain",
      order = 15,
      description = "Progress in one line, also where the terminal has space for a live view.")
  private boolean plain;

  /** What a live view may be drawn on; null: there shall be none. */
  @Nullable Canvas canvas(OutputOptions output, Terminal terminal) {
    boolean shown = !plain && !output.quiet() && terminal.interactive();
    int columns = terminal.columns() - 1;
    int rows = terminal.rows() - 1;
    return shown && columns >= Canvas.LEAST_COLUMNS && rows >= Canvas.LEAST_ROWS
        ? new Canvas(columns, rows, output.style(terminal))
        : null;
  }
}
