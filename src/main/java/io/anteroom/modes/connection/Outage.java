package io.anteroom.modes.connection;

import io.anteroom.modes.clock.NanoClock;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Since when nobody has reached a server. Where that lasts too long, the server is lost. Safe for
 * use by any number of threads.
 */
public final class Outage {
  /** How long a person waits before it tries again to reach the server. */
  public static final long PAUSE_NANOS = 100_000_000;

  /** What has happened. */
  private record Begin(long nanos, String why) {}

  private final long longestNanos;
  private final NanoClock clock;
  private final AtomicReference<@Nullable Begin> begin = new AtomicReference<>();

  /** None yet; one that lasts so long is a loss. */
  public Outage(long longestNanos, NanoClock clock) {
    this.longestNanos = longestNanos;
    this.clock = clock;
  }

  /** Notes that the server could not be reached. */
  public void begins(String why) {
    begin.compareAndSet(null, new Begin(clock.nanoTime(), why));
  }

  /** Notes that the server has answered. */
  public void isOver() {
    if (begin.get() != null) {
      begin.set(null);
    }
  }

  /**
   * Why the server is lost, in a sentence; null as long as it is not.
   *
   * @param server what it is called
   */
  public @Nullable String lost(String server) {
    Begin now = begin.get();
    long nanos = now == null ? 0 : clock.nanoTime() - now.nanos;
    return now == null || nanos < longestNanos
        ? null
        : "Nobody could reach %s for %.1f s: %s"
            .formatted(server, nanos / 1e9, now.why.endsWith(".") ? now.why : now.why + ".");
  }
}
