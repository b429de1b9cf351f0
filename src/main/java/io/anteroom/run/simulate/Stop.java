package io.anteroom.run.simulate;

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
    return duration == null || duration.toNanos() > Long.MAX_VALUE / 2
        ? Long.MAX_VALUE
        : 2 * duration.toNanos();
  }

  /** The sum of both; Long.MAX_VALUE (never) where it overflows. */
  static long later(long nanos, long more) {
    long sum = nanos + more;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
