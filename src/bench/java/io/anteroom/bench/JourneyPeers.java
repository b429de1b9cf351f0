package io.anteroom.bench;

import io.anteroom.bench.Finding.Compared;
import io.anteroom.bench.Finding.Skipped;
import io.anteroom.bench.peer.SimPy;
import io.anteroom.bench.peer.SimulatedJourneys;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Machine;
import io.anteroom.result.PartLabel;
import io.anteroom.result.RunResult;
import io.anteroom.run.simulate.SimulatedRun;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.ShippedScenarios;
import java.lang.management.ManagementFactory;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The shipped journey through workers and connections in simulated time, next to SimPy, on one
 * core: both keep the waits, holds and responses of both pools and of the whole. The figure is
 * their speed, so more is better. Both must agree on the means.
 */
final class JourneyPeers implements Benchmark {
  private static final String JOURNEY = "worker-and-connection";
  private static final String UNIT = "million events a CPU-second";
  private static final Aim AIM = Aim.atLeast(50);
  private static final double MILLION = 1e6;

  @Override
  public String name() {
    return "journey-peers";
  }

  @Override
  public List<Finding> measure(Size size) throws Exception {
    String what = "simulated journeys of " + JOURNEY;
    Optional<String> missing = SimPy.missing();
    if (missing.isPresent()) {
      return List.of(new Skipped(what, missing.get()));
    }
    int pairs = size == Size.FULL ? 5 : 1;
    int ours = size == Size.FULL ? 2_000_000 : 20_000;
    int theirs = size == Size.FULL ? 200_000 : 5_000;
    // A line's mean wait over so many journeys, four of its standard errors.
    double tolerance = 4 * Math.sqrt(200.0 / theirs);
    SimulatedJourneys expected = anteroom(ours);
    return List.of(
        new Compared(
            what,
            "Anteroom",
            "SimPy",
            UNIT,
            Turns.take(
                pairs,
                () -> anteroom(ours).eventsPerSecond() / MILLION,
                () -> {
                  SimulatedJourneys found = SimPy.run(theirs);
                  requireAgreement(found, expected, theirs, tolerance);
                  return found.eventsPerSecond() / MILLION;
                }),
            AIM));
  }

  private static SimulatedJourneys anteroom(int journeys) {
    Scenario scenario = scenario(journeys);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    RunResult result =
        SimulatedRun.brief(scenario, false)
            .run(Machine.describe(OffsetDateTime.now(ZoneOffset.UTC), 1, -1))
            .result();
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    return new SimulatedJourneys(
        result.visits().completed(),
        nanos,
        meanWaitNanos(result, "workers"),
        meanWaitNanos(result, "connections"),
        result.response().meanNanos());
  }

  private static Scenario scenario(int journeys) {
    return new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 1)
        .parse(
            ShippedScenarios.read(JOURNEY)
                .without(ScenarioKey.DURATION)
                .with(ScenarioKey.VISITS, String.valueOf(journeys), "benchmark")
                .with(ScenarioKey.WARMUP, "0%", "benchmark")
                .with(ScenarioKey.CLOCK, "simulated", "benchmark"));
  }

  private static double meanWaitNanos(RunResult result, String pool) {
    return result.part(new PartLabel(pool, null)).orElseThrow().durations().waits().meanNanos();
  }

  private static void requireAgreement(
      SimulatedJourneys found, SimulatedJourneys expected, int journeys, double tolerance) {
    boolean agree =
        found.journeys() == journeys
            && near(found.meanConnectionWaitNanos(), expected.meanConnectionWaitNanos(), tolerance)
            && near(found.meanResponseNanos(), expected.meanResponseNanos(), tolerance);
    if (!agree) {
      throw new IllegalStateException("SimPy found %s, we %s".formatted(found, expected));
    }
  }

  private static boolean near(double figure, double expected, double relative) {
    return Math.abs(figure - expected) <= relative * expected;
  }
}
