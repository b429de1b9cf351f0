package io.anteroom.bench;

import io.anteroom.bench.given.GivenScenario;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.RunResult;
import io.anteroom.run.engine.Engine;
import io.anteroom.scenario.Scenario;
import java.util.Objects;

/** The engine at some work, in one mode or another, with all its checks. */
final class EngineRun {
  private EngineRun() {}

  /** Processor time a visit, in nanoseconds, with that flight recording. */
  static double cpuNanosPerVisit(Work work, String jfr) throws Exception {
    return cpuNanosPerVisit(work, scenario(work, jfr));
  }

  /**
   * Processor time a visit, in nanoseconds, without a flight recording.
   *
   * @param settings what else the scenario has, such as {@code mode=semaphore carriers=1}
   */
  static double cpuNanosPerVisitWith(Work work, String settings) throws Exception {
    return cpuNanosPerVisit(work, scenario(work, settings, "off"));
  }

  /** Processor time a visit of a scenario that has that work, in nanoseconds. */
  static double cpuNanosPerVisit(Work work, Scenario scenario) throws Exception {
    try (RoomActivity activity = RoomActivities.sleep()) {
      RunResult result = new Engine(scenario, activity, new WallClock(), null).run().result();
      if (result.visits().completed() != work.allVisits() || result.flight().lost() > 0) {
        throw new IllegalStateException(result.outcome() + " " + result.explanation());
      }
      return Objects.requireNonNull(result.cpu().nanosPerVisit());
    }
  }

  /** That work as a scenario, with that flight recording. */
  static Scenario scenario(Work work, String jfr) {
    return scenario(work, "mode=semaphore", jfr);
  }

  private static Scenario scenario(Work work, String settings, String jfr) {
    return GivenScenario.of(
        "%s jfr=%s persons=%d rooms=%d visits=%d hold=fixed:%dns"
            .formatted(
                settings, jfr, work.persons(), work.rooms(), work.visits(), work.holdNanos()));
  }
}
