package io.anteroom.cli;

import io.anteroom.report.CellPages;
import io.anteroom.report.SweepFacts;
import io.anteroom.report.SweepOrigin;
import io.anteroom.report.SweepSchedule;
import io.anteroom.report.html.PageShell;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.store.ReportFile;
import io.anteroom.result.store.ResultsFolderException;
import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.DurationText;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cell.CellFolder;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.CellRunner;
import io.anteroom.study.cell.Cells;
import io.anteroom.study.cell.Shuffle;
import io.anteroom.study.cluster.ClusterSweep;
import io.anteroom.study.sweep.Calibration;
import io.anteroom.study.sweep.Sweep;
import io.anteroom.study.sweep.SweepFolder;
import io.anteroom.study.sweep.TimeForecast;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a sweep, follows it, keeps and reports what comes of it. */
final class SweepRun {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final SweepOptions options;
  private final Metric metric;
  private final CommandSpec command;
  private final Terminal terminal;

  SweepRun(SweepOptions options, Metric metric, CommandSpec command, Terminal terminal) {
    this.options = options;
    this.metric = metric;
    this.command = command;
    this.terminal = terminal;
  }

  /**
   * Says what would run.
   *
   * @return the exit code
   */
  int dry(Sweep sweep, List<Cell> cells) throws InterruptedException {
    double seconds = cells.isEmpty() ? 0 : seconds(sweep, cells);
    OutputOptions output = options.output();
    output.say(command, new SweepSchedule(output.style(terminal)).text(sweep, cells, seconds));
    output.printJson(command, () -> Sweep.JSON.write(sweep));
    return ExitCode.DONE;
  }

  private static double seconds(Sweep sweep, List<Cell> cells) throws InterruptedException {
    return sweep.simulated()
        ? Calibration.seconds(cells, CORES)
        : cells.stream().mapToDouble(cell -> TimeForecast.wallSeconds(cell.scenario())).sum();
  }

  /**
   * Runs the cells that have not ended yet.
   *
   * @return the exit code
   */
  int run(Sweep sweep, List<Cell> inOrder, SweepFolder folder)
      throws IOException, InterruptedException {
    Cells cells =
        new Cells(
            sweep.simulated() ? inOrder : new Shuffle(sweep.seed()).of(inOrder),
            folder.cells(),
            runner(sweep, folder),
            ScenarioOptions.storedParser(command));
    OutputOptions output = options.output();
    try {
      return CtrlC.during(
          cells::interrupt,
          () -> {
            List<CellRecord> records =
                output.follow(new CellsProgress(cells)::line, command, terminal, cells::run);
            return keep(sweep, sorted(records, inOrder), folder);
          });
    } catch (ResultsFolderException clear) {
      throw clear;
    } catch (IOException machine) {
      command
          .commandLine()
          .getErr()
          .println(
              "anteroom: the sweep failed: "
                  + machine
                  + "; what has ended is kept: anteroom sweep --resume "
                  + folder.path());
      return ExitCode.FAULT;
    }
  }

  private int keep(Sweep sweep, List<CellRecord> records, SweepFolder folder) throws IOException {
    folder.write(sweep, records);
    List<CellRecord> drawn = drawn(records, folder);
    CellPages.write(folder.cells(), records, ScenarioOptions.storedParser(command));
    writePage(sweep, drawn, folder);
    OutputOptions output = options.output();
    output.say(command, SweepFacts.text(sweep, drawn, metric, folder, output.style(terminal)));
    output.printJson(command, () -> CellRecord.JSON.writeAll(records));
    return code(records, sweep.cells().size());
  }

  /**
   * The exit code.
   *
   * @param records of the cells that have ended
   * @param planned how many there are
   */
  static int code(List<CellRecord> records, int planned) {
    return records.size() < planned ? ExitCode.INTERRUPTED : ExitCode.ofCells(records);
  }

  private List<CellRecord> drawn(List<CellRecord> records, SweepFolder folder) throws IOException {
    List<CellRecord> drawn = new ArrayList<>();
    for (CellRecord record : records) {
      CellFolder cell = new CellFolder(folder.cells().resolve(record.name()));
      drawn.add(cell.with(metric, record, ScenarioOptions.storedParser(command)));
    }
    return drawn;
  }

  private void writePage(Sweep sweep, List<CellRecord> records, SweepFolder folder)
      throws ResultsFolderException {
    SweepOrigin origin = SweepOrigin.in(folder, sweep, ScenarioOptions.storedParser(command));
    ReportFile.prepare(StoredFile.PAGE.in(folder.path()), "--out")
        .write(new PageShell(SweepFacts.page(sweep, records, metric, origin))::write);
  }

  private CellRunner runner(Sweep sweep, SweepFolder folder) throws IOException {
    Duration timeout = DurationText.parse(sweep.cellTimeout());
    if (options.cells().clustered()) {
      return options
          .cells()
          .cluster(
              new ClusterSweep(
                  folder.clusterId(() -> CellOptions.newId(sweep.name())),
                  sweep.name(),
                  sweep.anteroom(),
                  sweep.simulated() ? ClockKind.SIMULATED : ClockKind.WALL,
                  sweep.cells().size(),
                  timeout,
                  "",
                  true));
    }
    return sweep.simulated() ? CellOptions.simulated() : CellOptions.forked(timeout);
  }

  private static List<CellRecord> sorted(List<CellRecord> records, List<Cell> inOrder) {
    Map<String, Integer> places = new HashMap<>();
    inOrder.forEach(cell -> places.put(cell.name(), places.size()));
    return records.stream()
        .sorted(Comparator.comparing(cell -> places.getOrDefault(cell.name(), 0)))
        .toList();
  }
}
