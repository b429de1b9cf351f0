package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Bounded waits. A test that runs into the bound has failed; a slow machine does not get there. */
final class Await {
  static final long LIMIT_SECONDS = 20;

  private static final long LOOK_AGAIN_NANOS = 50_000;

  private Await() {}

  /** Waits for what no latch can tell, such as a thread's state. */
  static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start)
          .as("waiting until " + what)
          .isLessThan(TimeUnit.SECONDS.toNanos(LIMIT_SECONDS));
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  static void opened(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)).as("latch opened").isTrue();
  }

  static void met(CyclicBarrier barrier) throws InterruptedException {
    try {
      barrier.await(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("not everybody came", e);
    }
  }
}
