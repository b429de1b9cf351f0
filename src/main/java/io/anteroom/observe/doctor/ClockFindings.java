package io.anteroom.observe.doctor;

import io.anteroom.modes.clock.NanoClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How late sleepers wake, and what reading the clock costs: measured now, in half a second. */
final class ClockFindings {
  private static final Path SOURCE =
      Path.of("/sys/devices/system/clocksource/clocksource0/current_clocksource");
  private static final int SLEEPS = 100;
  private static final long SLEEP_NANOS = 1_000_000;
  private static final long SLEEPING_NANOS = 400_000_000;
  private static final int BATCHES = 10;
  private static final int BATCH = 20_000;
  private static final long LATE_NANOS = 2_000_000;
  private static final long DEAR_NANOS = 500;

  private final NanoClock clock;

  ClockFindings(NanoClock clock) {
    this.clock = clock;
  }

  List<Finding> all() throws InterruptedException {
    return List.of(sleep(), reading());
  }

  private Finding sleep() throws InterruptedException {
    long[] late = new long[SLEEPS];
    int[] count = new int[1];
    Thread sleeper = Thread.ofVirtual().start(() -> count[0] = oversleep(late));
    sleeper.join();
    long[] sorted = Arrays.copyOf(late, count[0]);
    Arrays.sort(sorted);
    String key = "clock.sleep";
    String source = "%d sleeps of 1 ms of a virtual thread, now".formatted(count[0]);
    if (sorted.length == 0) {
      return Finding.unknown(key, "sleep", "no sleep ended in time", source);
    }
    long median = sorted[sorted.length / 2];
    String text =
        String.format(
            Locale.ROOT,
            "wakes %.2f ms late (median), %.2f ms at most: holds are that much longer",
            median / 1e6,
            sorted[sorted.length - 1] / 1e6);
    return median < LATE_NANOS
        ? Finding.fine(key, "sleep", text, source)
        : Finding.limited(key, "sleep", text, source);
  }

  private int oversleep(long[] late) {
    long begun = clock.nanoTime();
    int count = 0;
    try {
      while (count < late.length && clock.nanoTime() - begun < SLEEPING_NANOS) {
        long before = clock.nanoTime();
        clock.sleepNanos(SLEEP_NANOS);
        late[count++] = clock.nanoTime() - before - SLEEP_NANOS;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return count;
  }

  private Finding reading() {
    double nanos = Double.MAX_VALUE;
    for (int batch = 0; batch < BATCHES; batch++) {
      long begun = clock.nanoTime();
      long last = begun;
      for (int i = 0; i < BATCH; i++) {
        last = clock.nanoTime();
      }
      nanos = Math.min(nanos, (double) (last - begun) / BATCH);
    }
    String key = "clock.read";
    String text = String.format(Locale.ROOT, "System.nanoTime takes %.0f ns%s", nanos, source());
    String source = "best of %d times %,d readings, now".formatted(BATCHES, BATCH);
    return nanos < DEAR_NANOS
        ? Finding.fine(key, "reading", text, source)
        : Finding.limited(key, "reading", text + ": dear, if a visit is short", source);
  }

  private static String source() {
    try {
      return " (" + Files.readString(SOURCE, StandardCharsets.US_ASCII).strip() + ")";
    } catch (IOException notLinux) {
      return "";
    }
  }
}
