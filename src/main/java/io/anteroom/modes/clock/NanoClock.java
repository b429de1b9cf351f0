package io.anteroom.modes.clock;

/**
 * A monotonic clock in nanoseconds, and a way to let its time pass. Only differences between two
 * readings have a meaning. Implementations are safe for use by any number of threads.
 */
public interface NanoClock {
  /** The present reading, in nanoseconds. */
  long nanoTime();

  /**
   * Pauses the calling thread for at least {@code nanos}; returns at once for 0 or less.
   *
   * @throws InterruptedException if the thread is or gets interrupted; its flag is then cleared
   */
  void sleepNanos(long nanos) throws InterruptedException;

  /** Pauses the calling thread until the clock reads {@code deadlineNanos} or the thread wakes. */
  void parkUntil(long deadlineNanos);

  /** Keeps the calling thread busy until the clock reads {@code deadlineNanos}. */
  void spinUntil(long deadlineNanos);
}
