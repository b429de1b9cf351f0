package io.anteroom.study.sweep;

import io.anteroom.result.store.StoredFile;
import io.anteroom.result.store.UnreadableResultException;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.InvalidScenarioException;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cell.CellFolder;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The folder of a sweep: {@code sweep.json} says what there is to do, {@code cells} holds a folder
 * for each cell, {@code cells.csv} and {@code cells.json} what came of them.
 */
public record SweepFolder(Path path) {
  /** Holds a folder for each cell. */
  public Path cells() {
    return StoredFile.CELLS.in(path);
  }

  public CellFolder cell(String name) {
    return new CellFolder(cells().resolve(name));
  }

  /** Whether a sweep was begun there. */
  public boolean exists() {
    return Files.isRegularFile(StoredFile.SWEEP.in(path));
  }

  /**
   * What became of the cells that have ended, in the order of the axes, whether or not all have.
   *
   * @throws InvalidSweepException if there is no sweep
   */
  public List<CellRecord> ended() throws IOException {
    List<CellRecord> ended = new ArrayList<>();
    for (Sweep.Planned planned : sweep().cells()) {
      if (cell(planned.name()).finished()) {
        ended.add(cell(planned.name()).figures());
      }
    }
    return ended;
  }

  /** The right to work on it alone. */
  public SweepLock lock() throws IOException {
    return SweepLock.take(path, false);
  }

  /** The right to work on a cell of it, beside others who do so. */
  public SweepLock lockForCell() throws IOException {
    return SweepLock.take(path, true);
  }

  /**
   * What it is called in a cluster: always the same.
   *
   * @param fresh a name that no other sweep has
   */
  public String clusterId(Supplier<String> fresh) throws IOException {
    Path file = StoredFile.CLUSTER.in(path);
    if (!Files.exists(file)) {
      StoredFile.CLUSTER.write(path, fresh.get() + "\n");
    }
    return Files.readString(file).strip();
  }

  /** Writes all that is needed to begin into an empty folder that nobody looks for yet. */
  public void begin(Sweep sweep, List<Cell> cells) throws IOException {
    Files.createDirectory(cells());
    for (Cell cell : cells) {
      cell(cell.name()).create(cell.scenario());
    }
    StoredFile.SWEEP.write(path, Sweep.JSON.write(sweep));
  }

  /** Writes what came of the cells so far. */
  public void write(Sweep sweep, List<CellRecord> cells) throws IOException {
    StoredFile.CELLS_TABLE.write(path, file -> writeTable(sweep, cells, file));
    StoredFile.CELLS_LIST.write(path, file -> CellRecord.JSON.writeAll(cells, file));
  }

  private static void writeTable(Sweep sweep, List<CellRecord> cells, Appendable file)
      throws IOException {
    Iterator<String> rows = CellTable.rows(sweep, cells).iterator();
    while (rows.hasNext()) {
      file.append(rows.next());
    }
  }

  /**
   * The sweep that was begun here.
   *
   * @param anteroom the version of this program
   * @throws InvalidSweepException if there is none that this program can go on with
   */
  public Sweep read(String anteroom) throws IOException {
    if (!exists()) {
      throw new InvalidSweepException(
          path + ": no sweep; name a folder that anteroom sweep made, which holds sweep.json");
    }
    Sweep sweep = sweep();
    if (!sweep.anteroom().equals(anteroom)) {
      throw new InvalidSweepException(
          "%s: the sweep can't be resumed, Anteroom %s began it, and this is %s; resume it with the version that began it"
              .formatted(path, sweep.anteroom(), anteroom));
    }
    return sweep;
  }

  /**
   * The sweep that was begun here, by whatever version of this program.
   *
   * @throws InvalidSweepException if its file is damaged, or of another schema
   */
  public Sweep sweep() throws IOException {
    try {
      return Sweep.JSON.read(StoredFile.SWEEP.in(path));
    } catch (UnreadableResultException broken) {
      throw new InvalidSweepException(String.valueOf(broken.getMessage()));
    }
  }

  /**
   * The cells of a sweep, with their scenarios.
   *
   * @throws InvalidSweepException if one can't run any more
   */
  public List<Cell> read(Sweep sweep, ScenarioParser parser) {
    List<Cell> cells = new ArrayList<>();
    for (int number = 0; number < sweep.cells().size(); number++) {
      cells.add(read(sweep, number, parser));
    }
    return cells;
  }

  /**
   * A cell of a sweep, with its scenario.
   *
   * @param number in the order of the axes, from 0
   * @throws InvalidSweepException if it can't run any more
   */
  public Cell read(Sweep sweep, int number, ScenarioParser parser) {
    Sweep.Planned planned = sweep.cells().get(number);
    try {
      return new Cell(
          planned.name(),
          planned.point(),
          parser.parse(ScenarioFile.read(cell(planned.name()).scenario())),
          new Jvm(jdk(sweep, planned), planned.jvmArguments()));
    } catch (InvalidScenarioException damaged) {
      throw new InvalidSweepException("cell " + planned.name() + ": " + damaged.getMessage());
    }
  }

  private static Jdk jdk(Sweep sweep, Sweep.Planned planned) {
    if (sweep.simulated()) {
      return Jdk.current();
    }
    Path home = Path.of(planned.jdkHome());
    return Optional.of(Jdk.current())
        .filter(jdk -> jdk.home().equals(home))
        .or(() -> Jdk.at(home))
        .filter(jdk -> jdk.version().equals(planned.jdk()))
        .orElseThrow(
            () ->
                new InvalidSweepException(
                    "cell "
                        + planned.name()
                        + ": its JDK, "
                        + planned.jdk()
                        + " in "
                        + home
                        + ", is not there any more"));
  }
}
