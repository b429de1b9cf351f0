package io.anteroom.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Until it is released, Ctrl-C (or a polite kill) does not end the process at once: the run is told
 * to end, and the process goes when what there is has been kept, or after a minute.
 */
final class CtrlC {
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch kept = new CountDownLatch(1);
  private final Thread hook;

  /** From now on; {@code end} tells the run to end, and returns at once. */
  CtrlC(Runnable end) {
    this.hook = new Thread(() -> interrupt(end), "anteroom-ctrl-c");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupt(Runnable end) {
    end.run();
    try {
      boolean unused = kept.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  /** What there was to keep has been kept: the process may go. */
  void release() {
    kept.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException goingDownAlready) {
      // Then the hook has been waiting for this very moment.
    }
  }
}
