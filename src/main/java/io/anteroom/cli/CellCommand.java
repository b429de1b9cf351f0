package io.anteroom.cli;

import io.anteroom.scenario.DurationText;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.CellRunner;
import io.anteroom.study.cell.Cells;
import io.anteroom.study.sweep.Sweep;
import io.anteroom.study.sweep.SweepFolder;
import io.anteroom.study.sweep.SweepLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one cell of a sweep, for a scheduler that runs the others elsewhere. */
@Command(
    name = "cell",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    description = {
      CellCommand.SUMMARY,
      "A cell that has ended is not run again. To gather the cells that have ended,",
      "type anteroom sweep --resume FOLDER.",
      "",
      "  anteroom cell results/20261128-120000-sweep-rooms 7",
      "",
      "Exit codes: 0 the cell has ended, whatever came of it; 130 interrupted.",
      ""
    })
final class CellCommand implements Callable<Integer> {
  static final String SUMMARY = "Runs one cell of an exported sweep (anteroom sweep --export).";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder of the sweep.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "N", description = "Which cell, from 1.")
  private int number;

  @Mixin private final OutputOptions output = new OutputOptions();

  private CellCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command, with an option for plugins. */
  static CommandLine create(Terminal terminal) {
    CommandLine command = new CommandLine(new CellCommand(terminal));
    PluginOption.addTo(command.getCommandSpec());
    return command;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SweepFolder sweepFolder = new SweepFolder(folder);
    Sweep sweep = sweepFolder.read(AnteroomCommand.programVersion());
    if (number < 1 || number > sweep.cells().size()) {
      throw Refusal.of(
          spec,
          String.format(
              Locale.ROOT,
              "N: can't be %d; allowed: from 1 to %,d, the cells of the sweep",
              number,
              sweep.cells().size()));
    }
    Cell cell = sweepFolder.read(sweep, number - 1, ScenarioOptions.parser(spec));
    SweepLock lock = sweepFolder.lockForCell();
    try {
      return run(sweep, cell, sweepFolder);
    } finally {
      lock.close();
    }
  }

  private int run(Sweep sweep, Cell cell, SweepFolder sweepFolder)
      throws IOException, InterruptedException {
    CellRunner runner =
        sweep.simulated()
            ? CellOptions.simulated()
            : CellOptions.forked(DurationText.parse(sweep.cellTimeout()));
    Cells cells =
        new Cells(List.of(cell), sweepFolder.cells(), runner, ScenarioOptions.parser(spec));
    List<CellRecord> records =
        CtrlC.during(
            cells::interrupt,
            () -> output.follow(new CellsProgress(cells)::line, spec, terminal, cells::run));
    if (records.isEmpty()) {
      return ExitCode.INTERRUPTED;
    }
    CellRecord record = records.getFirst();
    String why = record.explanation();
    output.say(
        spec,
        "%s: %s%s\n"
            .formatted(record.name(), record.outcome().word(), why.isEmpty() ? "" : ": " + why));
    output.printJson(spec, () -> CellRecord.JSON.write(record));
    return ExitCode.DONE;
  }
}
