package io.anteroom.modes.activity;

import java.util.concurrent.TimeUnit;

/** Sleeps by {@link Thread#sleep}, in this very call. Stateless. */
final class ThreadSleepActivity implements RoomActivity {
  @Override
  public void perform(long holdNanos) throws InterruptedException {
    if (holdNanos > 0) {
      TimeUnit.NANOSECONDS.sleep(holdNanos);
    }
  }

  @Override
  public void close() {}
}
