package io.anteroom.modes.clock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The time of this machine. Stateless. */
public final class WallClock implements NanoClock {
  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void sleepNanos(long nanos) throws InterruptedException {
    if (nanos > 0) {
      TimeUnit.NANOSECONDS.sleep(nanos);
    }
  }

  @Override
  public void parkUntil(long deadlineNanos) {
    long nanos = deadlineNanos - System.nanoTime();
    if (nanos > 0) {
      LockSupport.parkNanos(nanos);
    }
  }

  @Override
  public void spinUntil(long deadlineNanos) {
    while (deadlineNanos - System.nanoTime() > 0) {
      Thread.onSpinWait();
    }
  }
}
