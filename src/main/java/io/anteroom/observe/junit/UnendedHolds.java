package io.anteroom.observe.junit;

import io.anteroom.measure.threads.CarrierHeld;
import io.anteroom.measure.threads.CarrierTracker;
import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.measure.threads.JvmThreads;
import io.anteroom.measure.threads.ThreadDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds that have not ended when their test ends, which no event tells of: by looks at the threads
 * of this JVM. Safe for all threads.
 *
 * <p>A look takes about a millisecond. Where virtual threads are on carriers when a test ends, more
 * looks follow, for a quarter of a second, or for the threshold where that is longer, up to a
 * second: a thread that is on the same carrier for so long and uses no processor time holds it.
 */
final class UnendedHolds {
  private static final long SURE_NANOS = 250_000_000;
  private static final long LONGEST_NANOS = 1_000_000_000;
  private static final long BETWEEN_NANOS = 50_000_000;

  private final JvmThreads threads = JvmThreads.ofThisJvm();
  private final CarrierTracker tracker = new CarrierTracker();

  /**
   * A look before the test begins, so that who is on a carrier already is not charged to it.
   *
   * @return when it was, by {@link System#nanoTime}
   * @throws UnobservableException if this JVM does not show its threads
   */
  synchronized long begin() {
    return look();
  }

  private long look() {
    try {
      ThreadDump print = threads.print();
      long nanos = System.nanoTime();
      tracker.look(nanos, print);
      return nanos;
    } catch (IOException refused) {
      throw new UnobservableException(
          "Nobody can tell whether carriers are held now: " + refused.getMessage(), refused);
    }
  }

  /**
   * The carriers that are held now.
   *
   * @param beganNanos holds from before do not count
   * @param threshold nor do shorter ones; more than a second is taken as one
   * @throws UnobservableException if this JVM does not show its threads
   */
  synchronized List<CarrierHeld> since(long beganNanos, Duration threshold) {
    long sureNanos = Math.max(SURE_NANOS, Math.min(threshold.toNanos(), LONGEST_NANOS));
    long firstNanos = look();
    long nowNanos = firstNanos;
    List<CarrierHeld> riding = riding(firstNanos - beganNanos);
    while (isUnsure(riding, nowNanos - firstNanos, sureNanos)) {
      LockSupport.parkNanos(this, BETWEEN_NANOS);
      nowNanos = look();
      riding = riding(nowNanos - beganNanos);
    }
    return placed(
        riding.stream().filter(held -> held.blocked() && held.nanos() >= sureNanos).toList());
  }

  /** Who computed at first and holds its carrier now is looked at for as long once more. */
  private static boolean isUnsure(List<CarrierHeld> riding, long lookedNanos, long sureNanos) {
    return lookedNanos < sureNanos
        ? !riding.isEmpty()
        : lookedNanos < 2 * sureNanos
            && riding.stream().anyMatch(held -> held.blocked() && held.nanos() < sureNanos);
  }

  /** All that are held now, since whenever; and how many carriers there are. */
  synchronized CarriersNow now() {
    List<CarrierHeld> held = since(System.nanoTime() - Long.MAX_VALUE / 2, Duration.ZERO);
    return new CarriersNow(tracker.now().carriers(), held, tracker.now().busy());
  }

  /** Who is on a carrier, the calling thread and what only the JDK does left out. */
  private List<CarrierHeld> riding(long testNanos) {
    return tracker.now().riding().stream()
        .filter(held -> held.nanos() < testNanos)
        .filter(held -> held.thread().id() != Thread.currentThread().threadId())
        .filter(held -> !held.isPlaced() || !held.cause().isPlatform())
        .toList();
  }

  private List<CarrierHeld> placed(List<CarrierHeld> held) {
    if (held.stream().allMatch(CarrierHeld::isPlaced)) {
      return held;
    }
    try {
      Path folder = Files.createTempDirectory("anteroom-threads");
      Path file = folder.resolve("dump.txt");
      try {
        threads.dumpText(file);
        ThreadDump dump = ThreadDump.read(file);
        return held.stream().map(one -> one.placedBy(dump)).toList();
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException | IllegalArgumentException untold) {
      return held;
    }
  }
}
