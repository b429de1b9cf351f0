package io.anteroom.modes.activity;

import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.Scenario;
import java.io.IOException;
import java.util.List;

/** The catalogue of activities. A new activity is one class and one line here. */
public final class RoomActivities {
  private static final List<ActivityType> ALL =
      List.of(
          SleepActivity.TYPE,
          CpuActivity.TYPE,
          FileActivity.TYPE,
          SocketActivity.TYPE,
          MonitorActivity.TYPE,
          JdbcActivity.TYPE,
          HttpActivity.TYPE,
          ClassInitActivity.TYPE,
          ClassInitWaitActivity.TYPE,
          NativeActivity.TYPE);

  private RoomActivities() {}

  /** What scenarios have to know of each activity, in the catalogue's order. */
  public static List<ActivityTraits> traits() {
    return ALL.stream().map(ActivityType::traits).toList();
  }

  /**
   * Makes the activity of a scenario's run.
   *
   * @throws IllegalArgumentException if there is none of the name that the scenario says
   * @throws UnsupportedActivityException if this JVM or machine can't run it
   * @throws IOException if the machine refuses what the activity needs at the start
   */
  public static RoomActivity create(Scenario scenario)
      throws UnsupportedActivityException, IOException {
    String name = scenario.stay().activity().name();
    return ALL.stream()
        .filter(type -> type.traits().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no activity " + name))
        .factory()
        .create(scenario);
  }

  /** Makes an activity that sleeps, as persons do who are told nothing else. */
  public static RoomActivity sleep() {
    return new SleepActivity();
  }
}
