package io.anteroom.study.cell;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.store.FolderTree;
import io.anteroom.result.store.StoredFile;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.store.UnreadableResultException;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.ScenarioText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The folder of a cell. Its inputs are {@code in/}, a scenario and the files that it names; its
 * outputs are {@code result/}, a results folder, and {@code log.txt}; {@code cell.json} says what
 * became of it, and is there when all else is.
 */
public record CellFolder(Path path) {
  /** The scenario to run. */
  public Path scenario() {
    return StoredFile.SCENARIO.in(StoredFile.CELL_INPUTS.in(path));
  }

  /** Where the results folder is, if there is one. */
  public Path result() {
    return StoredFile.CELL_RESULT.in(path);
  }

  /** What the cell's JVM printed. */
  public Path log() {
    return StoredFile.LOG.in(path);
  }

  /** A place for what is not finished; empty when a cell begins. */
  public Path part() {
    return StoredFile.CELL_PART.in(path);
  }

  /** Whether its cell has ended, and all that it leaves behind is there. */
  public boolean finished() {
    return Files.exists(StoredFile.CELL.in(path));
  }

  /** Makes the folder, with its inputs, in one that nobody looks for yet. */
  public void create(Scenario scenario) throws IOException {
    Files.createDirectory(path);
    Path inputs = Files.createDirectory(StoredFile.CELL_INPUTS.in(path));
    ScenarioText.writeWithFiles(StoredFile.SCENARIO.in(inputs), scenario);
  }

  /** Writes the inputs, once: those that are there are complete. */
  public void store(Scenario scenario) throws IOException {
    Path inputs = StoredFile.CELL_INPUTS.in(path);
    if (Files.exists(inputs)) {
      return;
    }
    Path hidden = Files.createDirectories(StoredFile.CELL_INPUTS.hiddenIn(path));
    ScenarioText.writeWithFiles(StoredFile.SCENARIO.in(hidden), scenario);
    Files.move(hidden, inputs, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes all but the inputs: what an earlier attempt may have left. Writes these if missing. */
  void prepare(Scenario scenario) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> contents = Files.list(path)) {
        for (Path content :
            contents.filter(file -> !file.equals(StoredFile.CELL_INPUTS.in(path))).toList()) {
          FolderTree.delete(content);
        }
      }
    }
    store(scenario);
    Files.createDirectories(part());
  }

  /** Marks the cell as finished. */
  void finish(CellRecord figures) throws IOException {
    FolderTree.delete(part());
    StoredFile.CELL.write(path, CellRecord.JSON.write(figures));
  }

  /**
   * What became of the cell of a finished folder.
   *
   * @throws UnreadableResultException if somebody else has written there
   */
  public CellRecord figures() throws IOException {
    try {
      return CellRecord.JSON.read(StoredFile.CELL.in(path));
    } catch (UnreadableResultException broken) {
      throw new UnreadableResultException(
          broken.getMessage() + "; without that file the cell can run again");
    }
  }

  /** The cell's figures with this metric: one that is not listed is read from the cell's run. */
  public CellRecord with(Metric metric, CellRecord figures, ScenarioParser parser)
      throws IOException {
    if (!figures.outcome().measured() || Metrics.all().contains(metric)) {
      return figures;
    }
    OptionalDouble figure = metric.measure(StoredRun.read(result(), parser));
    return figure.isPresent() ? figures.with(metric, figure.getAsDouble()) : figures;
  }
}
