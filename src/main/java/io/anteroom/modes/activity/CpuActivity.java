package io.anteroom.modes.activity;

import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.clock.WallClock;

/**
 * Computes until the hold is over on the wall clock: the carrier is busy throughout. Safe for any
 * number of threads: they share one field, which each visit reads and writes once.
 */
final class CpuActivity implements RoomActivity {
  static final ActivityType TYPE =
      new ActivityType(
          "cpu",
          "Computes: the carrier is busy throughout",
          scenario -> new CpuActivity(new WallClock()));

  /** Steps between two looks at the clock: about a microsecond. */
  private static final int STEPS = 512;

  private final NanoClock clock;

  /** Keeps the work alive: a result that nobody can read is one that the compiler may remove. */
  private volatile long hash = 1;

  CpuActivity(NanoClock clock) {
    this.clock = clock;
  }

  @Override
  public void perform(long holdNanos) throws InterruptedException {
    if (holdNanos <= 0) {
      return;
    }
    long startNanos = clock.nanoTime();
    long running = hash;
    do {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      running = compute(running);
    } while (clock.nanoTime() - startNanos < holdNanos);
    hash = running;
  }

  /** Knuth's multiplicative congruence with a shift between: each step needs the one before. */
  private static long compute(long seed) {
    long result = seed;
    for (int step = 0; step < STEPS; step++) {
      result = result * 6364136223846793005L + 1442695040888963407L;
      result ^= result >>> 29;
    }
    return result;
  }

  @Override
  public void close() {}
}
