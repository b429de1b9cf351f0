package io.anteroom.study.cell;

import io.anteroom.result.Run;
import io.anteroom.study.replication.Replications;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs cells in simulated time, in this process, on all cores: their figures do not depend on what
 * else goes on.
 */
public final class SimulatedCells implements CellRunner {
  /** Writes what a run leaves behind. */
  @FunctionalInterface
  public interface Keeper {
    /** Writes what a results folder holds into an empty folder. */
    void keep(Run run, Path folder) throws IOException;
  }

  private final Keeper keeper;
  private final int atOnce;
  private final Set<Replications> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /**
   * @param keeper any number of threads use it at once
   * @param atOnce how many cells are simulated at once
   */
  public SimulatedCells(Keeper keeper, int atOnce) {
    this.keeper = keeper;
    this.atOnce = atOnce;
  }

  @Override
  public int atOnce() {
    return atOnce;
  }

  @Override
  public Finish run(Cell cell, CellFolder folder) throws IOException, InterruptedException {
    try {
      return simulate(new Replications(cell.scenario(), List.of(), null, 1), folder);
    } catch (OutOfMemoryError tooLittle) {
      return outOfMemory();
    } catch (IllegalStateException fault) {
      if (fault.getCause() instanceof OutOfMemoryError) {
        return outOfMemory();
      }
      throw fault;
    }
  }

  private Finish simulate(Replications replications, CellFolder folder)
      throws IOException, InterruptedException {
    running.add(replications);
    try {
      if (stopping) {
        replications.interrupt();
      }
      Run run = replications.run();
      keeper.keep(run, folder.part());
      Files.move(folder.part(), folder.result(), StandardCopyOption.ATOMIC_MOVE);
      return Finish.here(run);
    } finally {
      running.remove(replications);
    }
  }

  private static Finish outOfMemory() {
    return new Finish(
        CellOutcome.OUT_OF_MEMORY,
        "Its simulation needs more memory than there is; give the JVM more with"
            + " ANTEROOM_JAVA_OPTS=-Xmx8g.",
        null);
  }

  @Override
  public void interrupt() {
    stopping = true;
    running.forEach(Replications::interrupt);
  }
}
