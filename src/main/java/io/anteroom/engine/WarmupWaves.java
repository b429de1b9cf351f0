package io.anteroom.engine;

import java.util.concurrent.CountDownLatch;

/**
 * Waves of virtual threads that park and are woken, before a run begins. Without them, a mass that
 * parks before any virtual thread of the JVM was ever woken costs five to ten times the processor
 * time a wake-up, for the rest of the run.
 */
final class WarmupWaves {
  private static final int WAVES = 4;
  private static final int MOST_PERSONS = 1_000;

  private WarmupWaves() {}

  /** Runs the waves, each of at most so many threads. */
  static void run(int persons) throws InterruptedException {
    for (int wave = 0; wave < WAVES; wave++) {
      parkAndDrain(Math.min(persons, MOST_PERSONS));
    }
  }

  private static void parkAndDrain(int persons) throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(persons);
    for (int person = 0; person < persons; person++) {
      Thread unused =
          Thread.startVirtualThread(
              () -> {
                try {
                  gate.await();
                } catch (InterruptedException nobodyDoes) {
                  Thread.currentThread().interrupt();
                }
                gone.countDown();
              });
    }
    gate.countDown();
    gone.await();
  }
}
