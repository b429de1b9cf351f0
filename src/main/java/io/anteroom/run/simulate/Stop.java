package io.anteroom.run.simulate;

import io.anteroom.scenario.Scenario;
import java.time.Duration;

/** The end of simulated time: when a run is stopped, and the latest time that there is. */
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

  /** So much later, or Long.MAX_VALUE, which never comes. */
  static long later(long nanos, long more) {
    long sum = nanos + more;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
