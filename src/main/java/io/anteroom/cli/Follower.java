package io.anteroom.cli;

import io.anteroom.run.engine.Transcript;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
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
      Thread.ofPlatform().daemon().name("anteroom-follower").unstarted(this::look);

  private volatile boolean stopping;

  /**
   * @param display shows how far something has come
   * @param transcript what is said meanwhile
   * @param said gets the transcript
   */
  Follower(Display display, @Nullable Transcript transcript, PrintWriter said) {
    this.display = display;
    this.transcript = transcript;
    this.said = said;
  }

  /** Does the work, and follows it meanwhile; once. */
  <T, E extends Exception> T follow(Work<T, E> work) throws E, IOException, InterruptedException {
    thread.start();
    try {
      return work.run();
    } finally {
      stop();
    }
  }

  private void look() {
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

  /** Prints what is left to print. */
  private void stop() throws InterruptedException {
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
