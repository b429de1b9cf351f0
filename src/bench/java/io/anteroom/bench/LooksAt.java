package io.anteroom.bench;

import io.anteroom.measure.threads.JvmThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What {@code watch} sends to a JVM, one look at the threads a second, while a crowd of virtual
 * threads is parked there.
 */
final class LooksAt {
  private LooksAt() {}

  /** The cost of a work next to parked virtual threads. */
  static double parked(int threads, boolean lookedAt, Turns.Cost work) throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch parked = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      Thread.startVirtualThread(
          () -> {
            parked.countDown();
            await(end);
          });
    }
    parked.await();
    Thread looker = Thread.ofPlatform().daemon().unstarted(() -> look(end));
    try {
      if (lookedAt) {
        looker.start();
      }
      return work.measure();
    } finally {
      end.countDown();
      looker.join();
    }
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void look(CountDownLatch end) {
    JvmThreads threads = JvmThreads.ofThisJvm();
    try {
      do {
        threads.print();
      } while (!end.await(1, TimeUnit.SECONDS));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
