package io.anteroom.bench;

import com.sun.management.OperatingSystemMXBean;
import io.anteroom.measure.threads.JvmThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A crowd of virtual threads that are parked in this JVM, next to others that work; it measures
 * what the work costs the whole JVM, with and without what {@code watch} asks a JVM for. The way of
 * the answer to another process is not in it.
 *
 * <p>The workers compute and yield, so that they come on and off their carriers while the JVM is
 * looked at. Nobody waits for anybody: a block of work always costs the same, but for the looks and
 * the machine.
 */
final class ParkedCrowd implements AutoCloseable {
  /** How often a block of work is looked at; {@code watch} looks once. */
  static final int LOOKS_PER_SECOND = 20;

  private static final int WORKERS = 64;
  private static final int STEPS_PER_ROUND = 2_000;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final JvmThreads threads = JvmThreads.ofThisJvm();
  private final CountDownLatch end = new CountDownLatch(1);
  private final int rounds;

  /** Where the workers leave what they computed, so that no compiler leaves it out. */
  private volatile long computed;

  /**
   * Parks the crowd.
   *
   * @param rounds of each worker in a block of work
   */
  ParkedCrowd(int size, int rounds) throws InterruptedException {
    this.rounds = rounds;
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
    return (double) (SYSTEM.getProcessCpuTime() - before) / ((long) WORKERS * rounds);
  }

  @Override
  public void close() {
    end.countDown();
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
        threads.print();
      } while (!done.await(1_000 / LOOKS_PER_SECOND, TimeUnit.MILLISECONDS));
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
