package io.anteroom.cli;

import io.anteroom.engine.Engine;
import io.anteroom.engine.Progress;
import io.anteroom.engine.Transcript;
import io.anteroom.result.FigureText;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Follows a run while it goes on, on a platform thread: prints what the persons say, and how far
 * the run has come; on a terminal in one line that is written again and again, elsewhere in a quiet
 * line now and then.
 */
final class Follower {
  private static final long LOOK_MILLIS = 100;
  private static final long TERMINAL_NANOS = 200_000_000;
  private static final long ELSEWHERE_NANOS = 5_000_000_000L;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final Engine engine;
  private final @Nullable Transcript transcript;
  private final PrintWriter said;
  private final PrintWriter err;
  private final boolean quiet;
  private final Terminal terminal;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("anteroom-follower").unstarted(this::follow);

  private long printedNanos;
  private boolean lineOpen;
  private volatile boolean stopping;

  /** Starts to follow; {@code said} gets the transcript, {@code err} the progress. */
  Follower(
      Engine engine,
      @Nullable Transcript transcript,
      PrintWriter said,
      PrintWriter err,
      boolean quiet,
      Terminal terminal) {
    this.engine = engine;
    this.transcript = transcript;
    this.said = said;
    this.err = err;
    this.quiet = quiet;
    this.terminal = terminal;
    thread.start();
  }

  private void follow() {
    while (!stopping) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException stopped) {
        return;
      }
      printSaid();
      printProgress();
    }
  }

  private void printSaid() {
    if (transcript == null) {
      return;
    }
    for (String line : transcript.takeLines()) {
      clearLine();
      said.println(line);
    }
    said.flush();
  }

  private void printProgress() {
    Progress progress = engine.progress();
    if (quiet || progress == null) {
      return;
    }
    long every = terminal.interactive() ? TERMINAL_NANOS : ELSEWHERE_NANOS;
    if (progress.elapsedNanos() - printedNanos < every) {
      return;
    }
    printedNanos = progress.elapsedNanos();
    String line = line(progress);
    if (terminal.interactive()) {
      err.print(CLEAR_LINE + line.substring(0, Math.min(line.length(), terminal.columns() - 1)));
      lineOpen = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  private void clearLine() {
    if (lineOpen) {
      err.print(CLEAR_LINE);
      err.flush();
      lineOpen = false;
    }
  }

  private static String line(Progress progress) {
    String share =
        progress.visits() > 0
            ? String.format(Locale.ROOT, "%3.0f%%  ", 100.0 * progress.done() / progress.visits())
            : "";
    String left =
        progress.secondsLeft() >= 0
            ? String.format(Locale.ROOT, "  %.0f s left", progress.secondsLeft())
            : "";
    return String.format(
            Locale.ROOT,
            "%4.0f s  %s%,d done  %,d waiting  %,d/%,d rooms  %,.0f/s  p50 %s  p99 %s",
            progress.elapsedNanos() / 1e9,
            share,
            progress.done(),
            progress.waiting(),
            progress.occupied(),
            progress.rooms(),
            progress.completedPerSecond(),
            FigureText.duration((double) progress.waitP50Nanos()),
            FigureText.duration((double) progress.waitP99Nanos()))
        + left;
  }

  /** Stops following, and prints what is left to print. */
  void stop() throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join();
    printSaid();
    if (transcript != null && transcript.leftOut() > 0) {
      said.printf(Locale.ROOT, "(%,d more lines are not shown)%n", transcript.leftOut());
    }
    said.flush();
    clearLine();
  }
}
