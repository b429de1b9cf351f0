package io.anteroom.cli;

import io.anteroom.result.Check;
import io.anteroom.result.Run;
import io.anteroom.result.store.StoredFile;
import io.anteroom.result.store.StoredRun;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.CellRunner;
import io.anteroom.study.cell.Cells;
import io.anteroom.study.cell.Jvm;
import io.anteroom.study.replication.MergedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scenario in JVMs of its own, one after the other, merged into one run. */
final class ForkedRun implements ReportOptions.Running {
  private final Scenario scenario;
  private final int forks;
  private final boolean reseeded;
  private final Jvm jvm;
  private final CellRunner runner;
  private final Path out;
  private final ScenarioParser parser;
  private volatile @Nullable Cells running;
  private volatile @Nullable CellsProgress progress;
  private volatile boolean stopping;

  /**
   * @param reseeded whether each fork has a schedule of its own
   * @param out where the forks' folder is made
   * @param parser reads what the forks leave
   */
  ForkedRun(
      Scenario scenario,
      int forks,
      boolean reseeded,
      Jvm jvm,
      CellRunner runner,
      Path out,
      ScenarioParser parser) {
    this.scenario = scenario;
    this.forks = forks;
    this.reseeded = reseeded;
    this.jvm = jvm;
    this.runner = runner;
    this.out = out;
    this.parser = parser;
  }

  @Override
  public Run run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(out, ".forks-");
    Cells cells = new Cells(cells(), folder, runner, parser);
    running = cells;
    progress = new CellsProgress(cells);
    if (stopping) {
      cells.interrupt();
    }
    List<CellRecord> records = cells.run();
    List<Run> runs = new ArrayList<>();
    for (Cell cell : cells.cells()) {
      Path result = cells.folder(cell).result();
      if (Files.exists(result)) {
        runs.add(StoredRun.read(result, parser));
      }
    }
    List<CellRecord> lost = records.stream().filter(cell -> cell.outcome().lost()).toList();
    if (runs.isEmpty()) {
      throw new LostForksException(lost, folder);
    }
    return merged(runs, lost, folder);
  }

  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int fork = 0; fork < forks; fork++) {
      String number = Integer.toString(fork + 1);
      Scenario own = reseeded ? scenario.withSeed(scenario.conduct().seed() + fork) : scenario;
      cells.add(new Cell("fork-" + number, Map.of("fork", number), own, jvm));
    }
    return cells;
  }

  private Run merged(List<Run> runs, List<CellRecord> lost, Path folder) {
    Run merged = MergedRuns.of(runs);
    Run told =
        lost.isEmpty()
            ? merged
            : merged.withFailedCheck(
                Check.exact(
                    "forks",
                    forks,
                    runs.size(),
                    "%d of %d ended without a result, the first one (%s) %s: %s"
                        .formatted(
                            lost.size(),
                            forks,
                            lost.getFirst().name(),
                            lost.getFirst().outcome().word(),
                            lost.getFirst().explanation())));
    return told.withAttachments(Map.of(StoredFile.FORKS.fileName(), folder));
  }

  @Override
  public void interrupt() {
    stopping = true;
    Cells cells = running;
    if (cells != null) {
      cells.interrupt();
    }
  }

  /** How far it has come, in one line. */
  @Nullable String progress() {
    CellsProgress known = progress;
    return known == null ? null : known.line();
  }
}
