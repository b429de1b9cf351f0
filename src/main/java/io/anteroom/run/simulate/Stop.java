package io.anteroom.run.simulate;

import io.anteroom.scenario.Nanos;
import io.anteroom.scenario.Scenario;
import java.time.Duration;

/** When a simulated run is stopped. */
final class Stop {
  private Stop() {}

  /**
   * A run with a duration is stopped after twice that time: those present at its end get as much
   * time again. A run without one goes on until all have left. In nanoseconds since the start of
   * the run; Long.MAX_VALUE: never.
   */
  static long nanos(Scenario scenario) {
    Duration duration = scenario.demand().duration();
    return duration == null ? Long.MAX_VALUE : Nanos.sum(duration.toNanos(), duration.toNanos());
  }
}
