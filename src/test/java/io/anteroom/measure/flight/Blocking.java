package io.anteroom.measure.flight;

import java.util.concurrent.CountDownLatch;

/** Ways of blocking that end in an unchecked exception when interrupted. */
final class Blocking {
  private Blocking() {}

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
