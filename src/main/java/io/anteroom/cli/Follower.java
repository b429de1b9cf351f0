package io.anteroom.cli;

import io.anteroom.engine.Transcript;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;
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

  private final Supplier<@Nullable String> progress;
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

  /**
   * A follower of something.
   *
   * @param progress one line; null: there is none yet
   * @param said gets the transcript
   * @param err gets the progress
   */
  Follower(
      Supplier<@Nullable String> progress,
      @Nullable Transcript transcript,
      PrintWriter said,
      PrintWriter err,
      boolean quiet,
      Terminal terminal) {
    this.progress = progress;
    this.transcript = transcript;
    this.said = said;
    this.err = err;
    this.quiet = quiet;
    this.terminal = terminal;
  }

  /** Starts to follow. */
  void start() {
    printedNanos = System.nanoTime();
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
    long now = System.nanoTime();
    long every = terminal.interactive() ? TERMINAL_NANOS : ELSEWHERE_NANOS;
    String line = quiet || now - printedNanos < every ? null : progress.get();
    if (line == null) {
      return;
    }
    printedNanos = now;
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
