package io.anteroom.study.cell;

import io.anteroom.scenario.ScenarioParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the cells of an experiment in order, as many at once as the runner can; each has its folder,
 * and is on disk as soon as it has ended. Cells that have ended before are not run again. Good for
 * one {@link #run}; the other methods may be called by any thread meanwhile.
 */
public final class Cells {
  private final List<Cell> cells;
  private final Path root;
  private final CellRunner runner;
  private final ScenarioParser parser;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final Set<String> running = new ConcurrentSkipListSet<>();
  private volatile int doneBefore;
  private volatile long startNanos;
  private volatile boolean stopping;

  /**
   * @param cells in the order in which they run
   * @param root holds a folder for each, by its name; exists
   */
  public Cells(List<Cell> cells, Path root, CellRunner runner, ScenarioParser parser) {
    this.cells = List.copyOf(cells);
    this.root = root;
    this.runner = runner;
    this.parser = parser;
  }

  /** Asks for an early end: cells that run end early and count as not run. */
  public void interrupt() {
    stopping = true;
    runner.interrupt();
  }

  /** Whether it was asked for an early end. */
  public boolean interrupted() {
    return stopping;
  }

  /** The cells, in their order. */
  public List<Cell> cells() {
    return cells;
  }

  /** How many have ended. */
  public int done() {
    return done.get();
  }

  /** How many have ended just now without figures that mean something. */
  public int failed() {
    return failed.get();
  }

  /** The names of the cells that run at the moment, in order. */
  public List<String> running() {
    return List.copyOf(running);
  }

  /** Why no cell can run at the moment, for a person to read; empty: they can. */
  public String hindrance() {
    return runner.hindrance();
  }

  /** How long the others will take, by what those took that ran by now; -1: none has ended yet. */
  public double secondsLeft() {
    int ran = done.get() - doneBefore;
    return ran <= 0 || startNanos == 0
        ? -1
        : (System.nanoTime() - startNanos) / 1e9 / ran * (cells.size() - done.get());
  }

  /**
   * Runs the cells.
   *
   * @return what became of those that have ended, in the cells' order
   * @throws IOException if a folder can't be written to or read
   */
  public List<CellRecord> run() throws IOException, InterruptedException {
    List<Cell> left = cells.stream().filter(cell -> !folder(cell).finished()).toList();
    doneBefore = cells.size() - left.size();
    done.set(doneBefore);
    startNanos = System.nanoTime();
    runAll(left);
    List<CellRecord> records = new ArrayList<>();
    for (Cell cell : cells) {
      if (folder(cell).finished()) {
        records.add(folder(cell).figures());
      }
    }
    return List.copyOf(records);
  }

  public CellFolder folder(Cell cell) {
    return new CellFolder(root.resolve(cell.name()));
  }

  private void runAll(List<Cell> left) throws IOException, InterruptedException {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            runner.atOnce(), Thread.ofPlatform().daemon().name("anteroom-cell-", 1).factory());
    try {
      runner.begin(left, root);
      List<Future<?>> running = new ArrayList<>();
      for (Cell cell : left) {
        running.add(
            pool.submit(
                () -> {
                  runOne(cell);
                  return null;
                }));
      }
      for (Future<?> cell : running) {
        cell.get();
      }
    } catch (ExecutionException failed) {
      interrupt();
      throw fault(failed);
    } finally {
      pool.shutdownNow();
      runner.end();
    }
  }

  private static IOException fault(ExecutionException failed) {
    return switch (failed.getCause()) {
      case IOException disk -> disk;
      case RuntimeException ours -> throw ours;
      case null, default -> throw new IllegalStateException(failed.getCause());
    };
  }

  private void runOne(Cell cell) throws IOException, InterruptedException {
    if (stopping) {
      return;
    }
    CellFolder folder = folder(cell);
    folder.prepare(cell.scenario());
    running.add(cell.name());
    long began = System.nanoTime();
    try {
      finish(cell, folder, runner.run(cell, folder), began);
    } finally {
      running.remove(cell.name());
    }
  }

  /** A cell that was told to stop has not ended, no matter who told it. */
  private void finish(Cell cell, CellFolder folder, CellRunner.Finish finish, long beganNanos)
      throws IOException {
    CellOutcome outcome = finish.outcome();
    if (outcome == CellOutcome.INTERRUPTED || (stopping && outcome != CellOutcome.COMPLETED)) {
      return;
    }
    CellRecord elsewhere = finish.figures();
    folder.finish(
        elsewhere == null
            ? FinishedCell.record(
                cell, folder, finish, (System.nanoTime() - beganNanos) / 1e9, parser)
            : elsewhere);
    done.incrementAndGet();
    if (!outcome.measured()) {
      failed.incrementAndGet();
    }
  }
}
