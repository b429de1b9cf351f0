package io.anteroom.cli;

import io.anteroom.report.ReportTitle;
import io.anteroom.result.FigureText;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.DurationText;
import io.anteroom.scenario.Scenario;
import io.anteroom.study.cell.Axis;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cluster.JobFormat;
import io.anteroom.study.sweep.Points;
import io.anteroom.study.sweep.Sweep;
import io.anteroom.study.sweep.SweepCells;
import io.anteroom.study.sweep.SweepFolder;
import io.anteroom.study.sweep.SweepLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a scenario again and again, varied over a grid or a list. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    sortSynopsis = false,
    customSynopsis = {
      "anteroom sweep [FILE|NAME] --grid AXES [OPTIONS]",
      "       anteroom sweep [FILE|NAME] --list FILE [OPTIONS]",
      "       anteroom sweep --resume DIR"
    },
    description = {
      SweepCommand.SUMMARY,
      "Simulated cells run on all cores; real ones in JVMs of their own, one after the",
      "other, in shuffled order. What has ended is kept, whatever happens.",
      "",
      "  anteroom sweep --clock simulated --arrivals poisson:300/s --duration 60s \\",
      "    --hold exponential:20ms --grid 'rooms=7..12+1 mode=semaphore-fair,timed'",
      "  anteroom sweep --rooms 4 --persons 20 --grid 'mode=queue,timed jdk=21,25'",
      "  anteroom sweep --resume results/20261128-120000-sweep-checkout-pool",
      "",
      "Exit codes: 0 done, 1 a cell's JVM was lost, 2 wrong usage or input,",
      "3 an expectation not met in a cell, 5 a cell got stuck, 6 a cell is saturated",
      "or invalid, 130 interrupted; of several the first of 130, 1, 5, 6, 3.",
      "",
    },
    optionListHeading = "%nOptions:%n")
final class SweepCommand implements Callable<Integer> {
  static final String SUMMARY = "Runs a scenario for every combination of values.";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|NAME",
      completionCandidates = Candidates.Scenarios.class,
      description = ScenarioChoice.WHICH)
  private @Nullable String name;

  @Mixin private final SweepOptions options = new SweepOptions();

  private SweepCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command, with an option for every key of a scenario. */
  static CommandLine create(Terminal terminal) {
    return ScenarioOptions.command(new SweepCommand(terminal));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path resume = options.resume();
    return resume == null ? begin() : resume(new SweepFolder(resume));
  }

  private SweepRun run(Scenario scenario) {
    return new SweepRun(options, options.metric(spec, scenario), spec, terminal);
  }

  private int begin() throws IOException, InterruptedException {
    Duration timeout = options.cells().limit(spec);
    Points points = options.points(spec);
    SweepCells all =
        new SweepCells(
            ScenarioOptions.settings(spec, name),
            ScenarioOptions.parser(spec),
            options.cells().jvm(spec),
            timeout);
    List<Cell> cells = all.at(points);
    ScenarioOptions.tell(spec, all.leftOut());
    Scenario first = cells.getFirst().scenario();
    SweepRun run = run(first);
    if (first.conduct().clock() == ClockKind.SIMULATED) {
      options.cells().requireNone(spec);
    }
    Sweep sweep = sweep(first, points, cells, timeout);
    JobFormat export = options.export(spec);
    if (options.dryRun()) {
      return run.dry(sweep, cells);
    }
    options.cells().requireCluster();
    Path folder =
        options
            .out()
            .write(
                "sweep-" + ReportTitle.folder(first, axes(points)),
                part -> new SweepFolder(part).begin(sweep, cells));
    if (export != null) {
      return export(export, sweep, new SweepFolder(folder));
    }
    return locked(run, sweep, cells, new SweepFolder(folder));
  }

  private static String axes(Points points) {
    return points.axes().stream().map(Axis::name).collect(Collectors.joining(" "));
  }

  private int export(JobFormat format, Sweep sweep, SweepFolder folder) throws IOException {
    Path job = folder.path().resolve(format.fileName());
    Files.writeString(job, format.text(sweep, folder, Terminal.launcher()));
    options
        .output()
        .say(
            spec,
            String.join(
                "\n",
                FigureText.count(sweep.cells().size(), "cell") + " in " + folder.path(),
                "run:    " + format.start(job),
                options
                    .output()
                    .style(terminal)
                    .typed(
                        "gather: anteroom sweep --resume "
                            + folder.path()
                            + options.chosenMetric()),
                ""));
    return ExitCode.DONE;
  }

  private static Sweep sweep(Scenario first, Points points, List<Cell> cells, Duration timeout) {
    return new Sweep(
        Sweep.SCHEMA,
        AnteroomCommand.programVersion(),
        first.name(),
        first.conduct().clock().word(),
        points.axes(),
        first.conduct().seed(),
        DurationText.format(timeout),
        cells.stream().map(SweepCommand::planned).toList());
  }

  private static Sweep.Planned planned(Cell cell) {
    return new Sweep.Planned(
        cell.name(),
        cell.point(),
        cell.jvm().jdk().home().toString(),
        cell.jvm().jdk().version(),
        cell.jvm().arguments());
  }

  private int resume(SweepFolder folder) throws IOException, InterruptedException {
    options.requireNothingNew(spec);
    options.cells().requireCluster();
    Sweep sweep = folder.read(AnteroomCommand.programVersion());
    List<Cell> cells = folder.read(sweep, ScenarioOptions.storedParser(spec));
    SweepRun run = run(cells.getFirst().scenario());
    if (options.dryRun()) {
      return run.dry(
          sweep, cells.stream().filter(cell -> !folder.cell(cell.name()).finished()).toList());
    }
    return locked(run, sweep, cells, folder);
  }

  private static int locked(SweepRun run, Sweep sweep, List<Cell> cells, SweepFolder folder)
      throws IOException, InterruptedException {
    SweepLock lock = folder.lock();
    try {
      return run.run(sweep, cells, folder);
    } finally {
      lock.close();
    }
  }
}
