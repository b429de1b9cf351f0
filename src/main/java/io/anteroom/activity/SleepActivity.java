package io.anteroom.activity;

import java.util.concurrent.TimeUnit;

/**
 * Sleeps: the person releases its carrier unless something around the room pins it. Stateless.
 *
 * <p>It sleeps in a call of its own, not through a clock, so that a pin's first application frame
 * is in the room.
 */
final class SleepActivity implements RoomActivity {
  @Override
  public void perform(long holdNanos) throws InterruptedException {
    if (holdNanos > 0) {
      TimeUnit.NANOSECONDS.sleep(holdNanos);
    }
  }

  @Override
  public void close() {}
}
