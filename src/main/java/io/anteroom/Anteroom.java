package io.anteroom;

import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.activity.UnsupportedActivityException;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.plugins.Catalogue;
import io.anteroom.modes.spi.Plugin;
import io.anteroom.modes.spi.PluginException;
import io.anteroom.run.engine.Engine;
import io.anteroom.run.engine.EngineFault;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.InvalidScenarioException;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.Settings;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.InvalidPlanException;
import io.anteroom.study.plan.Planner;
import io.anteroom.study.plan.Question;
import io.anteroom.study.replication.Replications;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Anteroom as a library: runs, simulates and plans from Java what the commands of that name do.
 *
 * <pre>{@code
 * Scenario scenario =
 *     Anteroom.scenario()
 *         .rooms(8)
 *         .mode("semaphore-fair")
 *         .arrivals("poisson:300/s")
 *         .hold("exponential:20ms")
 *         .duration(Duration.ofSeconds(10))
 *         .expect("wait.p99 < 50ms")
 *         .build();
 * Anteroom.run(scenario).requireMet();
 * }</pre>
 *
 * <p>A run takes the carriers of the calling JVM, and its flight recorder unless {@code jfr} is
 * {@code off}; two runs at once would measure each other. Everything here may be called by any
 * thread.
 */
public final class Anteroom {
  private static final int MOST_ROOMS = 100_000;
  private static final int REPLICATIONS = 20;

  private Anteroom() {}

  /** A scenario to be put together, which begins with the defaults. */
  public static ScenarioBuilder scenario() {
    return new ScenarioBuilder(Settings.none());
  }

  /**
   * A scenario to be put together, which begins with what a file says.
   *
   * @throws IllegalArgumentException if the file can't be read, or does not hold a scenario
   */
  public static ScenarioBuilder scenario(Path file) {
    try {
      return new ScenarioBuilder(ScenarioFile.read(file));
    } catch (InvalidScenarioException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
  }

  /**
   * Runs a scenario on virtual threads, in real time.
   *
   * @param plugins those that the scenario names
   * @throws IllegalArgumentException if the scenario is for simulated time, names a plugin that is
   *     not among them, or an activity that this machine can't run
   * @throws PluginException if a plugin fails
   * @throws UncheckedIOException if the machine refuses what the run needs
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static RunSummary run(Scenario scenario, Plugin... plugins) throws InterruptedException {
    if (scenario.conduct().clock() == ClockKind.SIMULATED) {
      throw new IllegalArgumentException("clock is simulated: call simulate, or set clock to wall");
    }
    Catalogue catalogue = Catalogue.of(List.of(plugins));
    catalogue.requireAll(scenario);
    try (RoomActivity activity = catalogue.activity(scenario)) {
      return new RunSummary(
          new Engine(scenario, activity, catalogue::mode, new WallClock(), null).run());
    } catch (UnsupportedActivityException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    } catch (EngineFault fault) {
      throw known(fault);
    }
  }

  private static void requireOnePool(Scenario scenario) {
    if (scenario.journey() != null) {
      throw new IllegalArgumentException(
          "it goes by the rooms of one pool, and the scenario has pools and a journey: call"
              + " simulate");
    }
  }

  private static RuntimeException known(EngineFault fault) {
    return switch (fault.getCause()) {
      case PluginException plugin -> plugin;
      case IOException refused -> new UncheckedIOException(refused);
      case OutOfMemoryError memory -> throw memory;
      case null, default -> fault;
    };
  }

  /**
   * Calculates what a scenario does, in simulated time: 20 replications, unless {@code
   * replications} says otherwise.
   *
   * @throws IllegalArgumentException if it can't be simulated; the message says why
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static RunSummary simulate(Scenario scenario) throws InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    return new RunSummary(new Replications(simulated(scenario), List.of(), null, threads).run());
  }

  /**
   * Finds the fewest rooms that meet what a scenario expects. Each candidate is simulated for as
   * long as the scenario says, unless an exact formula decides.
   *
   * @throws IllegalArgumentException if the scenario expects nothing, has several pools, or can't
   *     be simulated
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static PlanSummary plan(Scenario scenario) throws InterruptedException {
    requireOnePool(scenario);
    int threads = Runtime.getRuntime().availableProcessors();
    try {
      Question question =
          new Question(
              Find.ROOMS,
              simulated(scenario),
              scenario.conduct().expectations(),
              true,
              MOST_ROOMS,
              null);
      return new PlanSummary(new Planner(question, threads).plan());
    } catch (InvalidPlanException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
  }

  private static Scenario simulated(Scenario scenario) {
    return scenario.conduct().clock() == ClockKind.SIMULATED
        ? scenario
        : scenario.with(scenario.conduct().simulated(REPLICATIONS));
  }
}
