package io.anteroom.bench;

import io.anteroom.activity.RoomActivities;
import io.anteroom.activity.RoomActivity;
import io.anteroom.clock.WallClock;
import io.anteroom.engine.Engine;
import io.anteroom.locking.LockingModes;
import io.anteroom.result.RunResult;
import io.anteroom.scenario.Activity;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What the engine costs a visit, in processor time, against {@link BareLoop} on the same work. */
public final class EngineAgainstBareLoop {
  private EngineAgainstBareLoop() {}

  /** Prints the ratios: without a hold, and with a hold of 1 ms. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    out.println(compare("zero hold", new Work(1_000, 64, 1_000, 0), 11));
    out.println(compare("1 ms hold", new Work(1_000, 64, 100, 1_000_000), 11));
  }

  /** Runs both in turns; a first pair warms up and is not counted. */
  static Ratio compare(String name, Work work, int pairs) throws Exception {
    List<Ratio.Pair> counted = new ArrayList<>();
    for (int pair = -1; pair < pairs; pair++) {
      double engineNanos = engineNanosPerVisit(work);
      double bareNanos = new BareLoop(work).cpuNanosPerVisit();
      if (pair >= 0) {
        counted.add(new Ratio.Pair(engineNanos, bareNanos));
      }
    }
    return new Ratio(name, counted);
  }

  private static double engineNanosPerVisit(Work work) throws Exception {
    Scenario scenario = scenario(work);
    try (RoomActivity activity = RoomActivities.create(Activity.SLEEP)) {
      RunResult result = new Engine(scenario, activity, new WallClock(), null).run().result();
      if (result.visits().completed() != work.allVisits()) {
        throw new IllegalStateException(result.outcome() + " " + result.explanation());
      }
      return result.cpu().nanosPerVisit();
    }
  }

  private static Scenario scenario(Work work) {
    int processors = Runtime.getRuntime().availableProcessors();
    Settings settings =
        Settings.none()
            .with(ScenarioKey.MODE, "semaphore", "benchmark")
            .with(ScenarioKey.JFR, "off", "benchmark")
            .with(ScenarioKey.PERSONS, Integer.toString(work.persons()), "benchmark")
            .with(ScenarioKey.ROOMS, Integer.toString(work.rooms()), "benchmark")
            .with(ScenarioKey.VISITS, Integer.toString(work.visits()), "benchmark")
            .with(ScenarioKey.HOLD, "fixed:" + work.holdNanos() + "ns", "benchmark");
    return new ScenarioParser(LockingModes.traits(), processors).parse(settings);
  }
}
