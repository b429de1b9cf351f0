package io.anteroom.cli;

import io.anteroom.result.LocalTime;
import io.anteroom.result.store.StoredRun;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Gets ready what a run needs when its arguments have been read, while they are read: parts of the
 * JDK, and the codec of results, which each take milliseconds to be there. Another processor does
 * it, where there is one. What has not become ready is waited for where it is used.
 */
final class HeadStart {
  private HeadStart() {}

  /** Begins, if that is worth it for these arguments. */
  static void take(String... arguments) {
    if (arguments.length > 0 && arguments[0].equals("run")) {
      Thread.ofPlatform().daemon().name("anteroom-head-start").start(HeadStart::getReady);
    }
  }

  private static void getReady() {

    var unused =
        List.of(
            BigDecimal.ONE,
            ManagementFactory.getOperatingSystemMXBean(),
            LocalTime.now(),
            String.format(Locale.ROOT, "%,d", 1_000));
    StoredRun.RESULT.prepare();
  }
}
