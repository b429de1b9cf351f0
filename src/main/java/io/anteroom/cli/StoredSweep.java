package io.anteroom.cli;

import io.anteroom.result.Run;
import io.anteroom.result.store.StoredRun;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.cell.CellFolder;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.diff.SweepDiff;
import io.anteroom.study.sweep.SweepFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A sweep that a command line names. */
record StoredSweep(SweepFolder folder, List<CellRecord> cells, ScenarioParser parser)
    implements SweepDiff.Side {
  /** Whether the folder is a sweep's. */
  static boolean is(Path folder) {
    return new SweepFolder(folder).exists();
  }

  /** The sweep's cells that have ended. */
  static StoredSweep read(Path folder, ScenarioParser parser) throws IOException {
    SweepFolder sweep = new SweepFolder(folder);
    return new StoredSweep(sweep, sweep.ended(), parser);
  }

  @Override
  public String name() {
    return folder.path().toString();
  }

  @Override
  public Run run(CellRecord cell) throws IOException {
    CellFolder one = folder.cell(cell.name());
    return StoredRun.read(one.result(), parser);
  }
}
