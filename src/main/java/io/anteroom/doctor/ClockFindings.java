package io.anteroom.doctor;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What time costs here: each wait is as exact as this. */
final class ClockFindings {
  private static final int READINGS = 1_000_000;
  private static final int SLEEPS = 200;
  private static final long SLEEP_NANOS = 1_000_000;

  private ClockFindings() {}

  static List<Finding> all() throws InterruptedException {
    Histogram overshoot = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
    Thread sleeper = Thread.startVirtualThread(() -> sleep(overshoot));
    sleeper.join();
    return List.of(
        new Finding(
            "reading it",
            String.format(Locale.ROOT, "%.0f ns", nanosPerReading()),
            "a million of System.nanoTime, measured now"),
        new Finding(
            "sleeping",
            String.format(
                Locale.ROOT,
                "1 ms lasts longer by %.2f ms in the median, %.2f ms at p99",
                overshoot.getValueAtPercentile(50) / 1e6,
                overshoot.getValueAtPercentile(99) / 1e6),
            SLEEPS + " sleeps of a virtual thread, measured now"));
  }

  private static double nanosPerReading() {
    long start = System.nanoTime();
    long last = start;
    for (int reading = 0; reading < READINGS; reading++) {
      last = System.nanoTime();
    }
    return (last - start) / (double) READINGS;
  }

  private static void sleep(Histogram overshoot) {
    try {
      for (int sleep = 0; sleep < SLEEPS; sleep++) {
        long start = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(SLEEP_NANOS);
        overshoot.recordValue(Math.max(System.nanoTime() - start - SLEEP_NANOS, 0));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
