package io.anteroom.cli;

import io.anteroom.report.RunFiles;
import io.anteroom.result.Run;
import io.anteroom.result.store.ResultsFolder;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.run.jdk.Jdks;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Scenario;
import io.anteroom.study.cell.CellRunner;
import io.anteroom.study.cell.ForkedCells;
import io.anteroom.study.cell.Jvm;
import io.anteroom.study.cell.SimulatedCells;
import io.anteroom.study.cluster.Cluster;
import io.anteroom.study.cluster.ClusterCells;
import io.anteroom.study.cluster.ClusterSweep;
import io.anteroom.study.cluster.ClusterUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** In which JVMs cells run, and for how long. */
final class CellOptions {
  private static final Duration USUAL_LIMIT = Duration.ofMinutes(10);

  /** A server that is started anew is back by then. */
  private static final Duration DATABASE_PATIENCE = Duration.ofMinutes(5);

  private static final int CONNECTIONS = 4;

  @Option(
      names = "--jdk",
      paramLabel = "HOME|VERSION",
      order = 5,
      description = "The JDK to run on (default: this one).")
  private @Nullable String jdk;

  @Option(
      names = "--jvm-args",
      paramLabel = "'-Xmx1g ...'",
      order = 6,
      description = "Options for the JVMs, after those of ANTEROOM_JAVA_OPTS.")
  private @Nullable String jvmArguments;

  @Option(
      names = "--cell-timeout",
      paramLabel = "10m",
      order = 7,
      description =
          "A JVM that takes longer is ended and counted as hung"
              + " (default: 10m, in compare and run thrice the duration if that is more).")
  private @Nullable String limit;

  @Option(
      names = "--cluster",
      paramLabel = "URL",
      order = 8,
      description =
          "Let the workers of a cluster run the cells:%njdbc:postgresql://HOST/DATABASE"
              + " (see anteroom worker).")
  private @Nullable String cluster;

  /** Whether any of these options is given. */
  boolean given() {
    return jdk != null || jvmArguments != null || limit != null;
  }

  /** The JVM to run in where nothing else is said. */
  Jvm jvm(CommandSpec command) {
    return jvm(command, jdk == null ? Jdk.current() : named(command, "--jdk", jdk));
  }

  /** The JVM of that JDK, which knows the command's plugins. */
  Jvm jvm(CommandSpec command, Jdk chosen) {
    List<String> arguments = new ArrayList<>(PluginOption.jvmArguments(command));
    if (jvmArguments != null && !jvmArguments.isBlank()) {
      arguments.addAll(List.of(jvmArguments.strip().split("\\s+", -1)));
    }
    return Jvm.of(chosen, arguments);
  }

  /** The JDK that the user means. */
  static Jdk named(CommandSpec command, String option, String text) {
    try {
      return Jdks.named(text);
    } catch (IllegalArgumentException none) {
      throw new ParameterException(command.commandLine(), option + ": " + none.getMessage(), none);
    }
  }

  /** Refuses the options, which mean nothing to simulated cells. */
  void requireNone(CommandSpec command) {
    if (given()) {
      throw Refusal.of(
          command,
          "--jdk, --jvm-args, --cell-timeout: they belong to real time, and clock is simulated");
    }
  }

  /** What runs simulated cells. */
  static CellRunner simulated() {
    return new SimulatedCells(CellOptions::keep, Runtime.getRuntime().availableProcessors());
  }

  /** What runs cells in real time. */
  static CellRunner forked(Duration limit) {
    return new ForkedCells(Main.class.getName(), limit);
  }

  /**
   * What runs the cells of an experiment with such a scenario that can't be taken up again.
   *
   * @param cells how many they are
   * @param block the key of a cell's point by which cells belong on one machine
   */
  CellRunner runner(CommandSpec command, Scenario scenario, int cells, String block) {
    boolean wall = scenario.conduct().clock() == ClockKind.WALL;
    if (!wall) {
      requireNone(command);
    }
    requireCluster();
    Duration most = wall ? limit(command, scenario) : USUAL_LIMIT;
    if (cluster != null) {
      return cluster(
          new ClusterSweep(
              newId(scenario.name()),
              scenario.name(),
              AnteroomCommand.programVersion(),
              scenario.conduct().clock(),
              cells,
              most,
              block,
              false));
    }
    return wall ? forked(most) : simulated();
  }

  /** Whether workers elsewhere run the cells. */
  boolean clustered() {
    return cluster != null;
  }

  /** Makes sure that the cluster, if one is named, can be used: before anything is written. */
  void requireCluster() {
    if (cluster != null) {
      Cluster.open(new ClusterUrl(cluster), 1).close();
    }
  }

  /** What has a cluster run cells. */
  CellRunner cluster(ClusterSweep sweep) {
    Cluster opened = Cluster.open(new ClusterUrl(String.valueOf(cluster)), CONNECTIONS);
    return new ClusterCells(opened, sweep, DATABASE_PATIENCE);
  }

  /** A name for a cluster's sweep that no other has. */
  static String newId(String name) {
    return name + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /**
   * Writes what a simulation leaves behind into an empty folder. There may be thousands of them, so
   * they keep no visits, which would take most of the place.
   */
  static void keep(Run run, Path folder) throws IOException {
    ResultsFolder.fill(folder, new RunFiles(run.asAWhole(), false));
  }

  private Duration limit(CommandSpec command, Scenario scenario) {
    Duration duration = scenario.demand().duration();
    Duration thrice = duration == null ? USUAL_LIMIT : duration.multipliedBy(3);
    return limit == null && thrice.compareTo(USUAL_LIMIT) > 0 ? thrice : limit(command);
  }

  /** How long a cell may take. */
  Duration limit(CommandSpec command) {
    return limit == null
        ? USUAL_LIMIT
        : DurationOption.parse(command, "--cell-timeout", limit, Duration.ofSeconds(1));
  }
}
