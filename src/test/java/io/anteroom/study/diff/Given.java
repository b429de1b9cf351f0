package io.anteroom.study.diff;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Run;
import io.anteroom.result.metric.ChangeLimit;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import io.anteroom.study.diff.RunDiff.Labelled;
import io.anteroom.study.replication.Replications;
import java.util.List;
import java.util.stream.Stream;

/** Runs in simulated time to compare. */
final class Given {
  private static final String SCENARIO =
      "clock=simulated mode=semaphore-fair rooms=4 arrivals=poisson:28/s ";

  private Given() {}

  /** A replicated run, of settings such as {@code visits=500 replications=10}. */
  static Run run(String settings, long seed) throws InterruptedException {
    Settings written = Settings.none();
    for (String setting : (SCENARIO + settings).split(" ", -1)) {
      String[] parts = setting.split("=", 2);
      written = written.with(ScenarioKey.of(parts[0]).orElseThrow(), parts[1], parts[0]);
    }
    Scenario scenario =
        new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2)
            .parse(written)
            .withSeed(seed);
    return new Replications(scenario, List.of(), null, 2).run();
  }

  static RunDiff diff(Run a, Run b, String... limits) {
    return RunDiff.of(
        new Labelled("before", a),
        new Labelled("after", b),
        Stream.of(limits).map(ChangeLimit::parse).toList());
  }

  static Change change(RunDiff diff, String metric) {
    return diff.metrics().stream()
        .filter(change -> change.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }
}
