package io.anteroom.modes.activity;

import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.scenario.Activity;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;

/** The catalogue of activities. A new activity is one class and one line here. */
public final class RoomActivities {
  private RoomActivities() {}

  /**
   * Makes the activity of a scenario's run. Where the run reckons with {@link BusyWaiting}, a
   * sleeper is woken by the JDK itself: whether it then gets a carrier is what shows.
   *
   * @throws UnsupportedActivityException if this JVM or machine can't run it
   * @throws IOException if the machine refuses what the activity needs at the start
   */
  public static RoomActivity create(Scenario scenario)
      throws UnsupportedActivityException, IOException {
    Activity activity = scenario.stay().activity();
    return activity == Activity.SLEEP && BusyWaiting.reckonedWith(scenario)
        ? new ThreadSleepActivity()
        : create(activity);
  }

  /**
   * Makes the activity of one run.
   *
   * @throws UnsupportedActivityException if this JVM or machine can't run it
   * @throws IOException if the machine refuses what the activity needs at the start
   */
  public static RoomActivity create(Activity activity)
      throws UnsupportedActivityException, IOException {
    NanoClock clock = new WallClock();
    return switch (activity) {
      case SLEEP -> new SleepActivity();
      case CPU -> new CpuActivity(clock);
      case FILE -> new FileActivity(clock, Path.of(System.getProperty("java.io.tmpdir")));
      case SOCKET -> new SocketActivity(clock);
      case CLASS_INIT -> new ClassInitActivity();
      case NATIVE -> new NativeActivity();
    };
  }
}
