package io.anteroom.study.replication;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Environment;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Metric;
import io.anteroom.run.simulate.Simulator;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Scenarios in simulated time, and runs of them. */
final class Simulated {
  static final int THREADS = 2;

  /** Always the same, so that two results differ in what was simulated only. */
  static final Environment ENVIRONMENT =
      new Environment(
          "anteroom",
          "2000-01-01T00:00:00Z",
          "jdk",
          "vm",
          "os",
          List.of(),
          "collector",
          1,
          1,
          1,
          0,
          null);

  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);

  private Simulated() {}

  /**
   * A scenario in simulated time, of a fair semaphore unless the text says otherwise.
   *
   * @param text such as {@code rooms=10 hold=fixed:1s}
   */
  static Scenario scenario(String text) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("clock", "simulated");
    settings.put("mode", "semaphore-fair");
    for (String setting : text.split(" ", -1)) {
      int equals = setting.indexOf('=');
      settings.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return scenario(settings);
  }

  /** The scenario of these settings, by key. */
  static Scenario scenario(Map<String, String> settings) {
    Settings written = Settings.none();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      ScenarioKey key = ScenarioKey.of(setting.getKey()).orElseThrow();
      written = written.with(key, setting.getValue(), key.word());
    }
    return PARSER.parse(written);
  }

  /** One run, as fast as it can. */
  static Run brief(Scenario scenario) {
    return Simulator.brief(scenario).run(ENVIRONMENT);
  }

  /** One run that checks itself. */
  static Run detailed(Scenario scenario) {
    return Simulator.detailed(scenario).run(ENVIRONMENT);
  }

  /** What the metrics are in each of the scenario's replications. */
  static Samples samples(Scenario scenario, List<Metric> metrics) throws InterruptedException {
    Replications replications = new Replications(scenario, metrics, null, THREADS);
    Run unused = replications.run();
    return replications.samples();
  }

  /** A metric of a test. */
  static Metric metric(String name, ToDoubleFunction<Run> gauge) {
    return Metric.unlisted(name, run -> OptionalDouble.of(gauge.applyAsDouble(run)));
  }
}
