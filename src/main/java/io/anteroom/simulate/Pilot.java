package io.anteroom.simulate;

import io.anteroom.scenario.Scenario;
import io.anteroom.schedule.Draws;
import io.anteroom.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;

/** A few runs whose only purpose is to find the warm-up. */
public final class Pilot {
  /** Five, as Hoad, Robinson and Davies have it. */
  private static final int RUNS = 5;

  private Pilot() {}

  /**
   * How much of the scenario's beginning to leave out, by MSER-5, in nanoseconds; half of the run
   * where it is too short to tell.
   */
  public static long warmupNanos(Scenario scenario) {
    List<BatchMeans> runs = new ArrayList<>();
    for (int replication = 0; replication < RUNS; replication++) {
      long seed = Draws.replicationSeed(scenario.conduct().seed(), replication);
      Scenario own = scenario.withSeed(seed);
      Course course = new Course(Stop.nanos(own));
      new Calendar(own, new Schedule(own), course).run();
      runs.add(course.batches());
    }
    return Mser.of(runs).nanos();
  }
}
