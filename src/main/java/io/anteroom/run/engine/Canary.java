package io.anteroom.run.engine;

/**
 * An unrelated virtual thread that wants to run every 10 ms and records how late it does: the harm
 * that held or busy carriers do to others. It catches up with every time that it missed, so a long
 * delay counts as often as it would have been felt.
 */
final class Canary implements Runnable {
  private static final long PERIOD_NANOS = 10_000_000;
  private static final long LONGEST_STOP_NANOS = 1_000_000_000;

  private final Stage stage;
  private final Thread thread;
  private volatile long dueNanos;
  private volatile boolean stopping;

  /** Written by its own thread alone. */
  private volatile long worstNanos;

  Canary(Stage stage) {
    this.stage = stage;
    this.thread = stage.host.canaryThread(this);
  }

  void start() {
    dueNanos = stage.now() + PERIOD_NANOS;
    thread.start();
  }

  @Override
  public void run() {
    try {
      for (long due = dueNanos; !stopping; due += PERIOD_NANOS) {
        dueNanos = due;
        stage.sleepUntil(due);
        if (stopping || stage.stopping()) {
          return;
        }
        long late = stage.now() - due;
        record(due, late);
        worstNanos = Math.max(worstNanos, late);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Only what is due in the measured part of the run counts. */
  private void record(long due, long nanos) {
    if (stage.window.contains(due)) {
      stage.measured.canary(nanos);
    }
  }

  /** How late it is at this moment; 0 while it is in time. Safe for any thread. */
  long lateNanos() {
    return Math.max(stage.now() - dueNanos, 0);
  }

  /** How late it has been at most so far. Safe for any thread. */
  long worstNanos() {
    return Math.max(worstNanos, lateNanos());
  }

  /** Ends the canary. Where it is overdue at that moment, so are all the times that it missed. */
  void stop() throws InterruptedException {
    stopping = true;
    long nowNanos = Math.min(stage.now(), stage.stopNanos());
    for (long due = dueNanos; due + PERIOD_NANOS < nowNanos; due += PERIOD_NANOS) {
      record(due, nowNanos - due);
    }
    thread.interrupt();
    stage.host.join(thread, LONGEST_STOP_NANOS);
  }
}
