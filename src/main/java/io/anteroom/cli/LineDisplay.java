package io.anteroom.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One line: on a terminal written again and again, elsewhere a quiet line now and then. Used by one
 * thread at a time.
 */
final class LineDisplay implements Display {
  private static final long TERMINAL_NANOS = 200_000_000;
  private static final long ELSEWHERE_NANOS = 5_000_000_000L;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final Supplier<@Nullable String> progress;
  private final PrintWriter err;
  private final boolean quiet;
  private final Terminal terminal;
  private long printedNanos;
  private boolean lineOpen;

  /** Of a line that is null while there is none yet. */
  LineDisplay(
      Supplier<@Nullable String> progress, PrintWriter err, boolean quiet, Terminal terminal) {
    this(progress, err, quiet, terminal, System.nanoTime());
  }

  /**
   * Of a line that was shown last at that time.
   *
   * @param printedNanos of {@link System#nanoTime}
   */
  LineDisplay(
      Supplier<@Nullable String> progress,
      PrintWriter err,
      boolean quiet,
      Terminal terminal,
      long printedNanos) {
    this.progress = progress;
    this.err = err;
    this.quiet = quiet;
    this.terminal = terminal;
    this.printedNanos = printedNanos;
  }

  @Override
  public void show() {
    long now = System.nanoTime();
    long every = terminal.interactive() ? TERMINAL_NANOS : ELSEWHERE_NANOS;
    String line = quiet || now - printedNanos < every ? null : progress.get();
    if (line == null) {
      return;
    }
    printedNanos = now;
    String written = terminal.style(false).writable(line);
    if (terminal.interactive()) {
      err.print(
          CLEAR_LINE + written.substring(0, Math.min(written.length(), terminal.columns() - 1)));
      lineOpen = true;
    } else {
      err.println(written);
    }
    err.flush();
  }

  @Override
  public void wipe() {
    if (lineOpen) {
      err.print(CLEAR_LINE);
      err.flush();
      lineOpen = false;
    }
  }
}
