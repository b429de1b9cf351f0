package io.anteroom.study.cluster;

import io.anteroom.result.store.FolderTree;
import io.anteroom.result.store.ResultsFolderException;
import io.anteroom.result.store.StoredFile;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.run.jdk.Jdks;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.DurationText;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cell.CellFolder;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.CellRunner;
import io.anteroom.study.cell.CellRunner.Finish;
import io.anteroom.study.cell.FinishedCell;
import io.anteroom.study.cell.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs batches of cells on this machine and sends what comes of them. Thread-safe: simulated
 * batches run side by side, one in real time runs alone.
 */
final class BatchRunner {
  private final ClusterDatabase database;
  private final String worker;
  private final List<String> pluginArguments;
  private final @Nullable String plugins;
  private final Worker.Runners runners;
  private final CellListener listener;
  private final ReentrantReadWriteLock quiet = new ReentrantReadWriteLock(true);
  private final Set<CellRunner> atWork = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /** Learns when cells begin and end. */
  interface CellListener {
    void cell(String name, boolean begins);
  }

  BatchRunner(Cluster cluster, Worker.Host host, Worker.Runners runners, CellListener listener) {
    this.database = cluster.database();
    this.worker = host.name();
    this.pluginArguments = host.pluginArguments();
    this.plugins = PluginChecksum.of(pluginArguments);
    this.runners = runners;
    this.listener = listener;
  }

  /** The checksum of this machine's plugins; null: it has none. */
  @Nullable String plugins() {
    return plugins;
  }

  /** Ends what runs early, and what comes next at once. */
  void interrupt() {
    stopping = true;
    runners.simulated().interrupt();
    atWork.forEach(CellRunner::interrupt);
  }

  /**
   * Runs a batch and sends its results. Does nothing if somebody has sent some before.
   *
   * @param id the sweep's, a slash, and the batch's number
   * @return whether it is done; else it is to be run again: this worker stops, or the database is
   *     away
   * @throws UncheckedIOException if this machine can't run it
   */
  boolean run(String id) {
    int slash = id.lastIndexOf('/');
    String sweep = id.substring(0, slash);
    int number = Integer.parseInt(id.substring(slash + 1));
    try {
      byte[] inputs = database.inputs(sweep, number);
      if (inputs != null) {
        database.finish(sweep, number, results(inputs), worker);
      }
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException machine) {
      if (stopping) {
        return false;
      }
      throw new UncheckedIOException(machine);
    } catch (SQLException away) {
      return false;
    }
  }

  /** Whether a batch that failed so will fail on every machine. */
  static boolean hopeless(@Nullable Throwable cause) {
    return cause instanceof UncheckedIOException machine
        && machine.getCause() instanceof FolderArchive.TooLargeException;
  }

  /** Notes that a batch can't be run on this machine, nor, as far as one knows, on others. */
  void giveUp(String id, @Nullable Throwable cause) {
    int slash = id.lastIndexOf('/');
    try {
      database.fail(
          id.substring(0, slash),
          Integer.parseInt(id.substring(slash + 1)),
          String.valueOf(cause == null ? "unknown" : told(cause)),
          worker);
    } catch (SQLException away) {
      throw new IllegalStateException("the database does not answer", away);
    }
  }

  /** In one line: what is ours says so itself. */
  private static @Nullable String told(Throwable cause) {
    return cause instanceof UncheckedIOException machine
            && (machine.getCause() instanceof FolderArchive.TooLargeException
                || machine.getCause() instanceof ResultsFolderException)
        ? machine.getCause().getMessage()
        : cause.getMessage();
  }

  private byte[] results(byte[] inputs) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("anteroom-worker-");
    try {
      try (FolderArchive archive = FolderArchive.open(inputs)) {
        archive.unpack("", folder);
      }
      BatchRecord batch = BatchRecord.JSON.read(StoredFile.BATCH.in(folder));
      Files.delete(StoredFile.BATCH.in(folder));
      for (BatchRecord.Member member : batch.cells()) {
        WorkerRules.requireName(member.name());
        run(batch, member, new CellFolder(folder.resolve(member.name())));
      }
      return FolderArchive.pack(folder);
    } finally {
      FolderTree.delete(folder);
    }
  }

  private void run(BatchRecord batch, BatchRecord.Member member, CellFolder folder)
      throws IOException, InterruptedException {
    var lock = batch.simulated() ? quiet.readLock() : quiet.writeLock();
    lock.lockInterruptibly();
    listener.cell(member.name(), true);
    try {
      long began = System.nanoTime();
      Cell cell = cell(batch, member, folder);
      Finish finish = finish(cell, folder, batch);
      if (stopping || finish.outcome() == CellOutcome.INTERRUPTED) {
        throw new IOException("the worker was told to stop");
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      CellRecord figures =
          FinishedCell.record(cell, folder, finish.on(worker), seconds, runners.parser());
      FolderTree.delete(StoredFile.CELL_INPUTS.in(folder.path()));
      FolderTree.delete(folder.part());
      StoredFile.CELL_FINISH.write(folder.path(), CellRecord.JSON.write(figures));
    } finally {
      listener.cell(member.name(), false);
      lock.unlock();
    }
  }

  private Cell cell(BatchRecord batch, BatchRecord.Member member, CellFolder folder)
      throws IOException {
    JvmArguments.require(member.jvmArguments());
    Scenario scenario = runners.parser().parse(ScenarioFile.read(folder.scenario()));
    WorkerRules.requireAtHome(scenario);
    boolean simulated = scenario.conduct().clock() == ClockKind.SIMULATED;
    if (simulated != batch.simulated()) {
      throw new IOException("the cell " + member.name() + " is not on the clock of its batch");
    }
    if (batch.plugins() != null && !batch.plugins().equals(plugins)) {
      throw new IOException(
          "the cell " + member.name() + " needs other plugins than this worker's");
    }
    Files.createDirectories(folder.part());
    Jdk jdk = simulated ? Jdk.current() : Jdks.named(Integer.toString(member.jdk()));
    List<String> arguments = new ArrayList<>(batch.plugins() == null ? List.of() : pluginArguments);
    arguments.addAll(member.jvmArguments());
    return new Cell(member.name(), member.point(), scenario, Jvm.of(jdk, arguments));
  }

  private Finish finish(Cell cell, CellFolder folder, BatchRecord batch)
      throws IOException, InterruptedException {
    CellRunner runner =
        batch.simulated()
            ? runners.simulated()
            : runners.forked().apply(DurationText.parse(batch.cellTimeout()));
    atWork.add(runner);
    try {
      if (stopping) {
        runner.interrupt();
      }
      return runner.run(cell, folder);
    } finally {
      atWork.remove(runner);
    }
  }
}
