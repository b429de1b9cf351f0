package io.anteroom.cell;

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
  boolean finished() {
    return Files.exists(path.resolve(FIGURES));
  }

  /** Writes the inputs, and removes what an earlier attempt may have left. */
  void prepare(Scenario scenario) throws IOException {
    if (Files.exists(path)) {
      delete(path);
    }
    Files.createDirectories(part());
    Files.createDirectories(path.resolve(INPUTS));
    ScenarioText.writeInto(path.resolve(INPUTS), scenario);
  }

  /** Marks the cell as finished. */
  void finish(CellRecord figures) throws IOException {
    delete(part());
    Path hidden = path.resolve("." + FIGURES);
    Files.writeString(hidden, CellJson.write(figures));
    Files.move(hidden, path.resolve(FIGURES), StandardCopyOption.ATOMIC_MOVE);
  }

  /** What became of the cell of a finished folder. */
  CellRecord figures() throws IOException {
    return CellJson.read(Files.readString(path.resolve(FIGURES)));
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
