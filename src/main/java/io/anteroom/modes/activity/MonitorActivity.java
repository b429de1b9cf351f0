package io.anteroom.modes.activity;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Sleeps in a monitor that nobody else wants, as drivers do that guard each connection by {@code
 * synchronized}: before JDK 24 the carrier is pinned meanwhile. Safe for any number of threads:
 * each has a monitor of its own.
 */
final class MonitorActivity implements RoomActivity {
  static final ActivityType TYPE =
      new ActivityType(
          "monitor",
          "Sleeps in a private monitor, as some drivers do: pins before JDK 24",
          scenario -> new MonitorActivity());

  private static final class Guarded implements Closeable {
    synchronized void sleep(long nanos) throws InterruptedException {
      TimeUnit.NANOSECONDS.sleep(nanos);
    }

    @Override
    public void close() {}
  }

  private final ReusedResources<Guarded> monitors = new ReusedResources<>(Guarded::new);

  @Override
  public void perform(long holdNanos) throws InterruptedException, IOException {
    if (holdNanos > 0) {
      monitors.use(monitor -> monitor.sleep(holdNanos));
    }
  }

  @Override
  public void close() throws IOException {
    monitors.close();
  }
}
