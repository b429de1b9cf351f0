package io.anteroom.cli;

import io.anteroom.scenario.Scenario;
import io.anteroom.study.cell.CellRunner;
import io.anteroom.study.cell.Jvm;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether a run has JVMs of its own, and how many. */
final class ForkOptions {
  private static final int MOST_FORKS = 1000;

  @Option(names = "--fork", order = 4, description = "Run in a JVM of its own.")
  private boolean fork;

  @Option(
      names = "--forks",
      paramLabel = "N",
      order = 4,
      description =
          "Run N times, each in a JVM of its own, and merge the results: the figures get"
              + " intervals.")
  private @Nullable Integer forks;

  @Option(
      names = "--reseed",
      order = 4,
      description =
          "Give each fork a schedule of its own: then the intervals hold for all such schedules,"
              + " not for this one alone.")
  private boolean reseed;

  @Mixin private final CellOptions cells = new CellOptions();

  /** Whether any of these options is given. */
  boolean given() {
    return fork || reseed || forks != null || cells.given() || cells.clustered();
  }

  /** Refuses the options where they mean nothing. */
  void requireNone(CommandSpec command, String why) {
    if (given()) {
      throw Refusal.of(
          command,
          "--fork, --forks, --reseed, --jdk, --jvm-args, --cell-timeout, --cluster: " + why);
    }
  }

  /**
   * The forks of a scenario.
   *
   * @param out where their folder is made
   */
  ForkedRun forked(Scenario scenario, Path out, CommandSpec command) {
    int count = forks == null ? 1 : forks;
    if (count < 1 || count > MOST_FORKS) {
      throw Refusal.of(command, "--forks: can't be " + count + "; allowed: from 1 to 1,000");
    }
    Jvm jvm = cells.jvm(command);
    CellRunner runner = cells.runner(command, scenario, count, "");
    return new ForkedRun(
        scenario, count, reseed, jvm, runner, out, ScenarioOptions.parser(command));
  }
}
