package io.anteroom.report;

import io.anteroom.report.html.PageShell;
import io.anteroom.result.Run;
import io.anteroom.result.store.ReportFile;
import io.anteroom.result.store.ResultsFolderException;
import io.anteroom.result.store.StoredFile;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.store.UnreadableResultException;
import io.anteroom.scenario.InvalidScenarioException;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.cell.CellFolder;
import io.anteroom.study.cell.CellRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the cells of an experiment, one in the results folder of each. They have a picture in
 * place of charts: the library of these is much larger than all else of a cell.
 */
public final class CellPages {
  /** Pages of more cells take too much place and time. */
  static final int MOST = 100;

  private CellPages() {}

  /**
   * Writes those that are not there yet, unless there are too many cells. A result that can't be
   * read has none.
   *
   * @param cells the folder of the cells' folders
   * @param records of the cells that have ended
   * @param parser knows the locking modes
   * @throws ResultsFolderException if a page can't be written
   */
  public static void write(Path cells, List<CellRecord> records, ScenarioParser parser)
      throws ResultsFolderException {
    if (records.size() > MOST) {
      return;
    }
    for (CellRecord record : records) {
      Path result = new CellFolder(cells.resolve(record.name())).result();
      Path page = StoredFile.PAGE.in(result);
      if (Files.isDirectory(result) && !Files.exists(page)) {
        @Nullable Run run = read(result, parser);
        if (run != null) {
          ReportFile.prepare(page, "--out").write(new PageShell(RunFacts.still(run))::write);
        }
      }
    }
  }

  private static @Nullable Run read(Path result, ScenarioParser parser) {
    try {
      return StoredRun.read(result, parser);
    } catch (IOException
        | UncheckedIOException
        | UnreadableResultException
        | InvalidScenarioException damaged) {
      return null;
    }
  }

  /** Whether every result of these cells has its page, and there is one. */
  static boolean areIn(Path cells, List<String> names) {
    List<Path> results =
        names.stream()
            .limit(MOST + 1)
            .map(name -> new CellFolder(cells.resolve(name)).result())
            .filter(Files::isDirectory)
            .toList();
    return !results.isEmpty()
        && results.stream().allMatch(result -> Files.exists(StoredFile.PAGE.in(result)));
  }
}
