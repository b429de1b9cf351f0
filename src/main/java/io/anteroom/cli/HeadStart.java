package io.anteroom.cli;

import io.anteroom.result.LocalTime;
import io.anteroom.result.store.StoredRun;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Prepares, while the arguments are read, what a run needs right after that: parts of the JDK and
 * the codec of results, which take 5 to 15 ms each. It does so on another processor, if there is
 * one. Whoever needs a part before it is ready waits for it.
 */
final class HeadStart {
  private HeadStart() {}

  /** Begins, if these arguments ask for a run. */
  static void take(String... arguments) {
    if (arguments.length > 0 && arguments[0].equals("run")) {
      Thread.ofPlatform().daemon().name("anteroom-head-start").start(HeadStart::prepare);
    }
  }

  private static void prepare() {
    var unused =
        List.of(
            BigDecimal.ONE,
            ManagementFactory.getOperatingSystemMXBean(),
            LocalTime.now(),
            String.format(Locale.ROOT, "%,d", 1_000));
    StoredRun.RESULT.prepare();
  }
}
