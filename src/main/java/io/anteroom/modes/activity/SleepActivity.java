package io.anteroom.modes.activity;

import io.anteroom.scenario.BusyWaiting;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * Sleeps: the person releases its carrier unless something around the room pins it. Safe for any
 * number of threads.
 *
 * <p>It parks in this very call, so that a pin's first application frame is in the room.
 */
final class SleepActivity implements RoomActivity {
  /**
   * Where the run reckons with {@link BusyWaiting}, a sleeper is woken by the JDK itself: whether
   * it then gets a carrier is what shows.
   */
  static final ActivityType TYPE =
      new ActivityType(
          "sleep",
          "Sleeps: the carrier is free meanwhile",
          scenario ->
              BusyWaiting.reckonedWith(scenario) ? new ThreadSleepActivity() : new SleepActivity());

  private final AlarmClock clock = AlarmClock.start();

  @Override
  public void perform(long holdNanos) throws InterruptedException, IOException {
    if (holdNanos <= 0) {
      return;
    }
    AlarmClock.Alarm alarm = clock.set(holdNanos);
    while (!alarm.hasRung()) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        throw new InterruptedException("woken before the hold was over");
      }
    }
    if (!alarm.due()) {
      throw new IOException("the activity was closed before the hold was over");
    }
  }

  @Override
  public void close() throws IOException {
    clock.close();
  }
}
