package io.anteroom.modes.connection;

import java.util.concurrent.TimeUnit;

/** The function by which an H2 database in this process waits, as PostgreSQL has pg_sleep. */
public final class DatabaseWait {
  private static final double NANOS_PER_SECOND = 1e9;

  private DatabaseWait() {}

  /**
   * Waits; H2 calls it, in the thread of whoever executes the statement.
   *
   * @return 0
   * @throws IllegalStateException if the thread is interrupted; its flag is set again
   */
  public static int seconds(double seconds) {
    try {
      TimeUnit.NANOSECONDS.sleep((long) Math.ceil(seconds * NANOS_PER_SECOND));
      return 0;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interruption);
    }
  }
}
