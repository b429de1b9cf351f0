package io.anteroom.result.verdict;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Run;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.study.replication.Replications;
import java.util.List;
import java.util.Map;

/** A run for each kind of verdict: always the same ones. */
public final class JudgedRuns {
  private static final String SHARED = "shared";

  private JudgedRuns() {}

  /** A run that has that verdict; in real time, with every figure that such a run has. */
  public static Run of(VerdictKind kind) {
    return switch (kind) {
      case INVALID ->
          ended("invalid", "Check counts failed: visits were lost or recorded twice.")
              .set(
                  "checks",
                  List.of(
                      Map.of(
                          "name",
                          "counts",
                          "verdict",
                          "failed",
                          "expected",
                          100,
                          "measured",
                          99,
                          "tolerance",
                          0,
                          "reason",
                          "visits were lost or recorded twice")))
              .run();
      case STUCK ->
          ended(
                  "stuck",
                  "Nothing moved for 10.0 s. Deadlock: the carriers were idle, and nobody gets"
                      + " the free rooms.")
              .run();
      case SERVER_LOST ->
          ended(
                  "server-lost",
                  "Nobody could reach the database for 5.0 s: Connection to 127.0.0.1:5432 refused."
                      + " Check that it runs.")
              .run();
      case INTERRUPTED ->
          ended(
                  "interrupted",
                  "Stopped on request after 3.2 s; the figures are about what had happened by"
                      + " then.")
              .run();
      case SATURATED ->
          ended(
                  "saturated",
                  "Persons arrived at 500.0/s and so kept 10.0 rooms busy on average; there are"
                      + " 8. The line grew to the end (900 waiting), so the waits say how long the"
                      + " run was.")
              .run();
      case OBJECTIVE_MISSED -> sound().expecting("wait.p99 < 1ms", "abandoned < 1%").run();
      case OBJECTIVE_NOT_JUDGED -> sound().expecting("abandonedWait.p50 < 1ms").run();
      case CARRIERS_HELD -> sound().set("pinning/carrierShare", 0.968).run();
      case MACHINE_TOO_NOISY ->
          sound().set("canary/count", 9_000).set("canary/p99Nanos", 60_000_000).run();
      case THEORY_DISAGREES -> sound().set("utilisation", 0.4).run();
      case TOO_FEW_VISITS -> inRealTime(simulated("visits=5")).run();
      case PRECISION_NOT_MET ->
          sound()
              .set(
                  "confidence",
                  Map.of(
                      "level",
                      0.95,
                      "replications",
                      10_000,
                      "precision",
                      "wait.p99 +-0.01% not met: +-0.69%",
                      "metrics",
                      Map.of()))
              .run();
      case OBJECTIVE_MET -> sound().expecting("wait.p99 < 500ms").run();
      case COMPLETED -> sound().run();
    };
  }

  /** A run in real time of which there is nothing bad to say. */
  public static ChangedRun sound() {
    return inRealTime(simulated("visits=5000"));
  }

  private static ChangedRun ended(String outcome, String explanation) {
    return sound().set("outcome", outcome).set("explanation", explanation);
  }

  private static ChangedRun inRealTime(Run simulated) {
    return new ChangedRun(simulated).set("simulation", null).set("confidence", null);
  }

  /**
   * A simulation of random arrivals for 8 rooms, with a line as settings say, such as "visits=5".
   */
  public static Run simulated(String... keysAndValues) {
    Settings settings =
        Settings.none()
            .with(ScenarioKey.CLOCK, "simulated", SHARED)
            .with(ScenarioKey.NAME, "judged", SHARED)
            .with(ScenarioKey.ROOMS, "8", SHARED)
            .with(ScenarioKey.MODE, "semaphore-fair", SHARED)
            .with(ScenarioKey.ARRIVALS, "poisson:300/s", SHARED)
            .with(ScenarioKey.HOLD, "exponential:20ms", SHARED)
            .with(ScenarioKey.REPLICATIONS, "3", SHARED);
    for (String keyAndValue : keysAndValues) {
      String[] parts = keyAndValue.split("=", 2);
      settings = settings.with(ScenarioKey.of(parts[0]).orElseThrow(), parts[1], SHARED);
    }
    Scenario scenario =
        new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2).parse(settings);
    try {
      return new Replications(scenario, List.of(), null, 2).run();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
