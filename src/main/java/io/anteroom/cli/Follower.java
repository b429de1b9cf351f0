package io.anteroom.cli;

import io.anteroom.run.engine.Transcript;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows a run while it goes on, on a platform thread: prints what the persons say, and shows how
 * far the run has come.
 */
final class Follower {
  private static final long LOOK_MILLIS = 100;

  private final Display display;
  private final @Nullable Transcript transcript;
  private final PrintWriter said;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("anteroom-follower").unstarted(this::follow);

  private volatile boolean stopping;

  /** A follower that shows how far something has come, and nothing else. */
  Follower(Display display, PrintWriter said) {
    this(display, null, said);
  }

  private Follower(Display display, @Nullable Transcript transcript, PrintWriter said) {
    this.display = display;
    this.transcript = transcript;
    this.said = said;
  }

  /**
   * A follower of something that is shown in one line.
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
    this(new LineDisplay(progress, err, quiet, terminal), transcript, said);
  }

  /** Starts to follow. */
  void start() {
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
      display.show();
    }
  }

  private void printSaid() {
    if (transcript == null) {
      return;
    }
    for (String line : transcript.takeLines()) {
      display.wipe();
      said.println(line);
    }
    said.flush();
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
    display.wipe();
  }
}
