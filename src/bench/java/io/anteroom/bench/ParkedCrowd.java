package io.anteroom.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A crowd of virtual threads that are parked in this JVM, next to others that work; it measures
 * what the work costs the whole JVM, with and without another process that looks at its threads as
 * {@code watch} does.
 *
 * <p>The workers compute and yield, so that they come on and off their carriers while the JVM is
 * looked at. Nobody waits for anybody: a block of work always costs the same, but for the looks and
 * the machine.
 */
final class ParkedCrowd implements AutoCloseable {
  /** Between two looks; {@code watch} waits for a second. */
  private static final long PAUSE_MILLIS = 50;

  private static final int WORKERS = 64;
  private static final int STEPS_PER_ROUND = 2_000;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final LookingProcess looking;
  private final CountDownLatch end = new CountDownLatch(1);
  private final int rounds;

  private long looks;
  private long lookedAtNanos;

  /** Where the workers leave what they computed, so that no compiler leaves it out. */
  private volatile long computed;

  /**
   * Parks the crowd.
   *
   * @param rounds of each worker in a block of work
   */
  ParkedCrowd(int size, int rounds) throws IOException, InterruptedException {
    this.rounds = rounds;
    this.looking = LookingProcess.start();
    CountDownLatch parked = new CountDownLatch(size);
    for (int i = 0; i < size; i++) {
      Thread.startVirtualThread(
          () -> {
            parked.countDown();
            await(end);
          });
    }
    parked.await();
  }

  /** Processor time of the JVM for a round of one worker, in nanoseconds, of one block of work. */
  double cpuNanosPerRound(boolean lookedAt) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Thread looker = Thread.ofPlatform().daemon().unstarted(() -> look(done));
    long began = System.nanoTime();
    long before = SYSTEM.getProcessCpuTime();
    if (lookedAt) {
      looker.start();
    }
    try {
      work();
    } finally {
      done.countDown();
      looker.join();
    }
    if (lookedAt) {
      lookedAtNanos += System.nanoTime() - began;
    }
    return (double) (SYSTEM.getProcessCpuTime() - before) / ((long) WORKERS * rounds);
  }

  /** The longest of the stops of so many looks, while nobody works, in nanoseconds. */
  long longestStopNanos(int times) throws IOException {
    try (LookStops stops = LookStops.start()) {
      for (int look = 0; look < times; look++) {
        looking.look();
      }
      return stops.longestNanos(times);
    }
  }

  /** How often the blocks that were looked at were looked at. */
  double looksPerSecond() {
    return looks * 1e9 / lookedAtNanos;
  }

  @Override
  public void close() {
    end.countDown();
    looking.close();
  }

  private void work() throws InterruptedException {
    CountDownLatch working = new CountDownLatch(WORKERS);
    for (int i = 0; i < WORKERS; i++) {
      Thread.startVirtualThread(
          () -> {
            computed = compute();
            working.countDown();
          });
    }
    working.await();
  }

  @SuppressWarnings("ThreadPriorityCheck") // yielding takes a worker off its carrier
  private long compute() {
    long value = 1;
    for (int round = 0; round < rounds; round++) {
      for (int step = 0; step < STEPS_PER_ROUND; step++) {
        value = value * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      }
      Thread.yield();
    }
    return value;
  }

  /** Looks at once, and then at intervals. */
  private void look(CountDownLatch done) {
    try {
      do {
        looking.look();
        looks++;
      } while (!done.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
