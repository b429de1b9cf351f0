package io.anteroom.cli;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.PartNames;
import io.anteroom.scenario.Scenario;
import io.anteroom.study.cluster.JobFormat;
import io.anteroom.study.cluster.JobFormats;
import io.anteroom.study.sweep.Points;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** What a sweep is told besides its scenario. */
final class SweepOptions {
  private static final String METRIC = "--metric";

  /** What can be said of a sweep that was begun before. */
  private static final Set<String> ON_RESUMING =
      Set.of("--resume", "--cluster", METRIC, "--dry-run", "--json", "--quiet", "--no-color");

  @Option(
      names = "--grid",
      paramLabel = "AXES",
      order = 1,
      description =
          "What is varied: keys of a scenario (of a pool: pools.NAME.rooms), or jdk, each with its"
              + " values, such as 'rooms=8..128*2 mode=semaphore,timed seed=1..5+1'; every"
              + " combination is a cell. Values that hold commas have | between them.")
  private @Nullable String grid;

  @Option(
      names = "--list",
      paramLabel = "FILE",
      order = 2,
      description = "A table (CSV): a line of keys, then one cell a line.")
  private @Nullable Path list;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      order = 3,
      description = "Go on with a sweep that ended early; cells that have ended stay as they are.")
  private @Nullable Path resume;

  @Option(
      names = "--dry-run",
      order = 4,
      description = "Print the cells and about how long they take; run and write nothing.")
  private boolean dryRun;

  @Option(
      names = METRIC,
      paramLabel = "NAME",
      order = 5,
      defaultValue = Metrics.FIRST_NAME,
      description = "What is drawn (default: ${DEFAULT-VALUE}; see anteroom metrics).")
  private String metric;

  @Option(
      names = "--export",
      paramLabel = "slurm|kubernetes|parallel",
      order = 5,
      description =
          "Run nothing; write the sweep's folder and a job for that scheduler, which runs each"
              + " cell by anteroom cell.")
  private @Nullable String export;

  @Mixin private final CellOptions cells = new CellOptions();

  @Mixin private final FolderOption out = new FolderOption();

  @Mixin private final OutputOptions output = new OutputOptions();

  /** The sweep to go on with; null: a new one. */
  @Nullable Path resume() {
    return resume;
  }

  /** Where the cells of a new sweep lie. */
  Points points(CommandSpec command) {
    if (grid != null && list == null) {
      return Points.grid(grid);
    }
    if (list != null && grid == null) {
      return Points.list(list);
    }
    throw Refusal.of(
        command,
        "a sweep needs one of --grid, such as --grid 'rooms=8..128*2', --list and --resume");
  }

  /** The job to write in place of running; null: none. */
  @Nullable JobFormat export(CommandSpec command) {
    if (export == null) {
      return null;
    }
    if (cells.clustered()) {
      throw Refusal.of(
          command, "--export: the job's scheduler runs the cells; leave out --cluster");
    }
    return JobFormats.find(export)
        .orElseThrow(
            () ->
                Refusal.of(
                    command,
                    "--export: can't be \"" + export + "\"; allowed: " + JobFormats.words()));
  }

  boolean dryRun() {
    return dryRun;
  }

  FolderOption out() {
    return out;
  }

  /** In which JVMs cells run. */
  CellOptions cells() {
    return cells;
  }

  /** How it is printed. */
  OutputOptions output() {
    return output;
  }

  /** What is drawn; its labels may name the scenario's pools and classes. */
  Metric metric(CommandSpec command, Scenario scenario) {
    PartNames parts = PartNames.of(scenario);
    return PartMetrics.find(metric, parts)
        .orElseThrow(() -> Refusal.of(command, METRIC + ": " + PartMetrics.problem(metric, parts)));
  }

  /** The option that draws the same again; empty where the usual metric is drawn. */
  String chosenMetric() {
    return metric.equals(Metrics.FIRST_NAME) ? "" : " " + METRIC + " '" + metric + "'";
  }

  /** A sweep goes on as it was begun. */
  void requireNothingNew(CommandSpec command) {
    for (ArgSpec given : command.commandLine().getParseResult().matchedArgs()) {
      String name = given instanceof OptionSpec option ? option.longestName() : given.paramLabel();
      if (!ON_RESUMING.contains(name)) {
        throw Refusal.of(command, "--resume: the sweep goes on as it was begun; leave out " + name);
      }
    }
  }
}
