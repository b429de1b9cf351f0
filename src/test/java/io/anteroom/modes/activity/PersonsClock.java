package io.anteroom.modes.activity;

import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.clock.WallClock;

/** A clock that works for persons, and fails the server in this process. */
final class PersonsClock implements NanoClock {
  private final WallClock clock = new WallClock();

  @Override
  public long nanoTime() {
    if (Thread.currentThread().getName().equals(HoldingServer.THREAD_NAME)) {
      throw new IllegalStateException("no time");
    }
    return clock.nanoTime();
  }

  @Override
  public void sleepNanos(long nanos) throws InterruptedException {
    clock.sleepNanos(nanos);
  }

  @Override
  public void parkUntil(long deadlineNanos) {
    clock.parkUntil(deadlineNanos);
  }

  @Override
  public void spinUntil(long deadlineNanos) {
    clock.spinUntil(deadlineNanos);
  }
}
