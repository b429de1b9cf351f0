package io.anteroom.simulate;

import io.anteroom.scenario.Scenario;
import java.time.Duration;

/** When a simulated run is stopped, whoever is present. */
final class Stop {
  private Stop() {}

  /**
   * Those present when a duration ends get as much time again; a run without one goes on until all
   * have gone. In nanoseconds since the start of the run; Long.MAX_VALUE: never.
   */
  static long nanos(Scenario scenario) {
    Duration duration = scenario.demand().duration();
    return duration == null || duration.toNanos() > Long.MAX_VALUE / 2
        ? Long.MAX_VALUE
        : 2 * duration.toNanos();
  }
}
