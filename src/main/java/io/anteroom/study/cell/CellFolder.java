package io.anteroom.study.cell;

import io.anteroom.result.UnreadableResultException;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a cell. Its inputs are {@code in/}, a scenario and the files that it names; its
 * outputs are {@code result/}, a results folder, and {@code log.txt}; {@code cell.json} says what
 * became of it, and is there when all else is.
 */
public record CellFolder(Path path) {
  private static final String INPUTS = "in";
  private static final String FIGURES = "cell.json";

  /** The scenario to run. */
  public Path scenario() {
    return path.resolve(INPUTS).resolve("scenario.yaml");
  }

  /** Where the results folder is, if there is one. */
  public Path result() {
    return path.resolve("result");
  }

  /** What the cell's JVM printed. */
  public Path log() {
    return path.resolve("log.txt");
  }

  /** A place for what is not finished; empty when a cell begins. */
  Path part() {
    return path.resolve("part");
  }

  /** Whether its cell has ended, and all that it leaves behind is there. */
  public boolean finished() {
    return Files.exists(path.resolve(FIGURES));
  }

  /** Writes the inputs, once: those that are there are complete. */
  public void store(Scenario scenario) throws IOException {
    Path inputs = path.resolve(INPUTS);
    if (Files.exists(inputs)) {
      return;
    }
    Path hidden = Files.createDirectories(path.resolve("." + INPUTS));
    ScenarioText.writeInto(hidden, scenario);
    Files.move(hidden, inputs, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes all but the inputs: what an earlier attempt may have left. Writes these if missing. */
  void prepare(Scenario scenario) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> contents = Files.list(path)) {
        for (Path content : contents.filter(file -> !file.endsWith(INPUTS)).toList()) {
          delete(content);
        }
      }
    }
    store(scenario);
    Files.createDirectories(part());
  }

  /** Marks the cell as finished. */
  void finish(CellRecord figures) throws IOException {
    delete(part());
    Path hidden = path.resolve("." + FIGURES);
    Files.writeString(hidden, CellJson.write(figures));
    Files.move(hidden, path.resolve(FIGURES), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * What became of the cell of a finished folder.
   *
   * @throws UnreadableResultException if somebody else has written there
   */
  public CellRecord figures() throws IOException {
    Path file = path.resolve(FIGURES);
    try {
      return CellJson.read(Files.readString(file));
    } catch (RuntimeException broken) {
      throw new UnreadableResultException(
          file + ": not what became of a cell; without that file the cell can run again");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }
}
