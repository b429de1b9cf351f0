package io.anteroom.bench;

import io.anteroom.bench.given.GivenScenario;
import io.anteroom.result.Machine;
import io.anteroom.result.Run;
import io.anteroom.scenario.Scenario;
import io.anteroom.simulate.Simulator;
import java.lang.management.ManagementFactory;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** How many visits a second of one core the simulator calculates, with every figure recorded. */
final class SimulatorSpeed {
  private static final int RUNS = 5;

  /** The classic M/M/10 with a load of 0.9. */
  static final String CLASSIC =
      "arrivals=poisson:900/s hold=exponential:10ms rooms=10 mode=semaphore-fair visits=5000000";

  /** The same for the event calendar, which a limit that nobody meets makes necessary. */
  static final String CLASSIC_BY_CALENDAR = CLASSIC + " limit=100000000";

  private SimulatorSpeed() {}

  /** Persons who all want one of ten rooms at once, again and again, five million times in all. */
  static String crowd(int persons) {
    return "persons=%d visits=%d hold=exponential:1ms rooms=10 mode=semaphore-fair"
        .formatted(persons, 5_000_000 / persons);
  }

  /** Millions of visits a second of processor time: the median of five runs after a warm-up. */
  static double millionsPerSecond(String keysAndValues) {
    Scenario scenario = GivenScenario.simulated(keysAndValues);
    double unused = once(scenario);
    double[] speeds = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      speeds[run] = once(scenario);
    }
    Arrays.sort(speeds);
    return speeds[RUNS / 2];
  }

  private static double once(Scenario scenario) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Run run =
        Simulator.brief(scenario).run(Machine.describe(OffsetDateTime.now(ZoneOffset.UTC), 1, -1));
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    return run.result().visits().completed() * 1e3 / nanos;
  }
}
