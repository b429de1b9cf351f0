package io.anteroom.study.cell;

import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs cells, here or elsewhere: what it needs is the cell's JVM and the inputs in the cell's
 * folder, and what comes of it has to lie in that folder afterwards. Safe for as many threads as it
 * says to run cells at once.
 */
public interface CellRunner {
  /** How many cells it can run at once, at least 1. */
  int atOnce();

  /**
   * Learns which cells will run, before the first one does; once.
   *
   * @param cells in their order
   * @param root holds their folders, by their names
   */
  default void begin(List<Cell> cells, Path root) throws IOException, InterruptedException {}

  /** No cell runs any more. */
  default void end() {}

  /**
   * Runs the cell of a folder to its end; its results, if it has any, are in {@link
   * CellFolder#result} then, and what it printed in {@link CellFolder#log}.
   *
   * @throws IOException if the folder can't be written to
   * @throws InterruptedException if the calling thread is interrupted; the cell ends early then
   */
  Finish run(Cell cell, CellFolder folder) throws IOException, InterruptedException;

  /** Why no cell can run at the moment, for a person to read; empty: they can. */
  default String hindrance() {
    return "";
  }

  /** Asks the cells that run to end early. */
  void interrupt();

  /**
   * How a cell ended.
   *
   * @param explanation for a person to read, where it is not {@code completed}; else empty
   * @param host null: the cell's figures do not depend on the machine
   * @param run what its results folder holds; null where that has to be read
   * @param figures of a cell that another machine ran; null: whoever asked for it works them out
   */
  record Finish(
      CellOutcome outcome,
      String explanation,
      @Nullable Host host,
      @Nullable Run run,
      @Nullable CellRecord figures) {
    /** How a cell ended in a JVM of its own: whoever asked for it knows how long it took. */
    public Finish(CellOutcome outcome, String explanation, @Nullable Host host) {
      this(outcome, explanation, host, null, null);
    }

    /** How a cell ended in this JVM. */
    static Finish here(Run run) {
      RunResult result = run.result();
      return new Finish(CellOutcome.of(result.outcome()), result.explanation(), null, run, null);
    }

    /** How a cell ended on another machine, which has worked out its figures. */
    public static Finish elsewhere(CellRecord figures) {
      return new Finish(figures.outcome(), figures.explanation(), figures.host(), null, figures);
    }

    /** The same on this machine, for others who know it by that name. */
    public Finish on(String machine) {
      return host == null
          ? this
          : new Finish(outcome, explanation, host.on(machine, Hardware.here()), run, figures);
    }
  }
}
