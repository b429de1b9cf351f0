package io.anteroom.bench;

import io.anteroom.bench.given.GivenScenario;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.RunResult;
import io.anteroom.run.engine.Engine;
import io.anteroom.scenario.Scenario;
import java.util.Objects;

/** The engine at some work, in mode {@code semaphore}, with all its checks. */
final class EngineRun {
  private EngineRun() {}

  /** Processor time a visit, in nanoseconds, with that flight recording. */
  static double cpuNanosPerVisit(Work work, String jfr) throws Exception {
    try (RoomActivity activity = RoomActivities.sleep()) {
      RunResult result =
          new Engine(scenario(work, jfr), activity, new WallClock(), null).run().result();
      if (result.visits().completed() != work.allVisits() || result.flight().lost() > 0) {
        throw new IllegalStateException(result.outcome() + " " + result.explanation());
      }
      return Objects.requireNonNull(result.cpu().nanosPerVisit());
    }
  }

  /** That work as a scenario, with that flight recording. */
  static Scenario scenario(Work work, String jfr) {
    return GivenScenario.of(
        "mode=semaphore jfr=%s persons=%d rooms=%d visits=%d hold=fixed:%dns"
            .formatted(jfr, work.persons(), work.rooms(), work.visits(), work.holdNanos()));
  }
}
