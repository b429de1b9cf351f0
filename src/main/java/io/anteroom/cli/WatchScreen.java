package io.anteroom.cli;

import io.anteroom.observe.watch.Watch;
import io.anteroom.report.WatchReport;
import java.io.PrintWriter;
import java.util.List;

/**
 * Shows a watch while it goes on: on a terminal a table that is drawn again and again, elsewhere a
 * quiet line now and then. Confined to one thread.
 */
final class WatchScreen {
  private static final long ELSEWHERE_NANOS = 5_000_000_000L;

  private final Watch watch;
  private final WatchReport report;
  private final PrintWriter err;
  private final DrawnLines drawn;
  private final Terminal terminal;
  private final boolean quiet;
  private long printedNanos;

  WatchScreen(Watch watch, WatchReport report, PrintWriter err, Terminal terminal, boolean quiet) {
    this.watch = watch;
    this.report = report;
    this.err = err;
    this.drawn = new DrawnLines(err);
    this.terminal = terminal;
    this.quiet = quiet;
  }

  /** Shows what was seen so far, where it is time for it. */
  void look() {
    if (quiet) {
      return;
    }
    if (terminal.interactive()) {
      draw();
    } else if (watch.elapsedNanos() - printedNanos >= ELSEWHERE_NANOS) {
      printedNanos = watch.elapsedNanos();
      watch
          .seen()
          .ifPresent(seen -> err.println(report.line(printedNanos, seen, watch.carriers())));
    }
    err.flush();
  }

  private void draw() {
    List<String> lines =
        watch
            .seen()
            .map(
                seen ->
                    report.table(
                        watch.elapsedNanos(), seen, watch.carriers(), terminal.columns() - 1))
            .orElse(List.of("its flight recorder can't be read from here: wait for the summary"));
    drawn.draw(lines);
  }

  /** Takes the table off the terminal. */
  void wipe() {
    drawn.wipe();
  }
}
