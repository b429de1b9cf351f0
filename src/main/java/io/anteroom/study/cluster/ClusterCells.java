package io.anteroom.study.cluster;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import io.anteroom.result.store.StoredFile;
import io.anteroom.study.cell.Cell;
import io.anteroom.study.cell.CellFolder;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.CellRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has cells run by the workers of a cluster: puts batches of them into its queue, and gathers what
 * the workers send. A batch is run at least once and its first results are taken, so that the death
 * of a worker, of this process or of the database loses nothing and counts nothing twice. For one
 * experiment; safe for as many threads as it says.
 */
public final class ClusterCells implements CellRunner {
  private static final int AT_ONCE = 64;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  private final Cluster cluster;
  private final ClusterDatabase database;
  private final ClusterSweep sweep;
  private final Duration patience;

  private final Map<String, Integer> batchOf = new HashMap<>();
  private final Map<Integer, List<CellFolder>> folders = new HashMap<>();
  private final BatchArchives archives = new BatchArchives();

  /** Batches that nobody is known to have finished, failed or cancelled. */
  private final Set<Integer> open = new HashSet<>();

  /** Of all batches; written before the first cell waits. */
  private final Set<Requirements> needs = new LinkedHashSet<>();

  private @Nullable String plugins;
  private volatile boolean stopping;
  private volatile String hindrance = "";
  private boolean polling;

  /** When the polling thread looks next who works. */
  private long lookNanos = System.nanoTime();

  /**
   * @param cluster closed at the end
   * @param patience how long the database may be away
   */
  public ClusterCells(Cluster cluster, ClusterSweep sweep, Duration patience) {
    this.cluster = cluster;
    this.database = cluster.database();
    this.sweep = sweep;
    this.patience = patience;
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public void begin(List<Cell> cells, Path root) throws IOException, InterruptedException {
    plugins = cells.isEmpty() ? null : PluginChecksum.of(cells.getFirst().jvm().arguments());
    for (Cell cell : cells) {
      JvmArguments.require(PluginChecksum.without(cell.jvm().arguments()));
      WorkerRules.requireName(cell.name());
      WorkerRules.requireAtHome(cell.scenario());
    }
    told(
        () ->
            database.addSweep(
                sweep.id(), sweep.name(), sweep.version(), sweep.clock().word(), sweep.cells()));
    for (List<Cell> batch : sweep.batches(cells)) {
      needs.add(Requirements.of(sweep.record(batch, plugins)));
    }
    queue(cells, root);
  }

  private void queue(List<Cell> cells, Path root) throws IOException, InterruptedException {
    Set<String> left = new HashSet<>(cells.stream().map(Cell::name).toList());
    int next = 0;
    for (ClusterDatabase.Batch queued : asked(() -> database.batches(sweep.id()))) {
      next = queued.number() + 1;
      if (queued.cells().stream().anyMatch(left::contains)) {
        expect(queued.number(), queued.cells(), root);
        if (!queued.finished()) {
          told(() -> database.retry(sweep.id(), queued.number()));
          schedule(queued.task(), queued.number());
        }
      } else {
        forget(queued.number());
      }
    }
    List<Cell> missing = cells.stream().filter(cell -> !batchOf.containsKey(cell.name())).toList();
    for (List<Cell> batch : sweep.batches(missing)) {
      if (stopping) {
        return;
      }
      send(batch, next++, root);
    }
  }

  private void send(List<Cell> cells, int number, Path root)
      throws IOException, InterruptedException {
    for (Cell cell : cells) {
      new CellFolder(root.resolve(cell.name())).store(cell.scenario());
    }
    BatchRecord record = sweep.record(cells, plugins);
    byte[] inputs = FolderArchive.packInputs(root, record);
    String task = Requirements.of(record).task();
    List<String> names = cells.stream().map(Cell::name).toList();
    told(() -> database.addBatch(sweep.id(), number, task, names, inputs));
    expect(number, names, root);
    schedule(task, number);
  }

  private synchronized void expect(int number, List<String> cells, Path root) {
    cells.forEach(cell -> batchOf.put(cell, number));
    open.add(number);
    folders.put(number, cells.stream().map(cell -> new CellFolder(root.resolve(cell))).toList());
  }

  private void schedule(String task, int number) throws IOException, InterruptedException {
    SchedulerClient client =
        SchedulerClient.Builder.create(cluster.source()).tableName(ClusterDatabase.TASKS).build();
    asked(
        () ->
            client.scheduleIfNotExists(
                TaskDescriptor.of(task).instance(sweep.id() + "/" + number).build(),
                Instant.now()));
  }

  @Override
  public Finish run(Cell cell, CellFolder folder) throws IOException, InterruptedException {
    int batch = batchOf(cell);
    if (batch < 0 || !awaitDone(batch)) {
      return new Finish(CellOutcome.INTERRUPTED, "Stopped on request.", null);
    }
    Finish finish = take(archives.of(batch, () -> results(batch)), cell, folder);
    forgetTheFinished();
    return finish;
  }

  private synchronized int batchOf(Cell cell) {
    Integer batch = batchOf.get(cell.name());
    return batch == null ? -1 : batch;
  }

  private byte[] results(int batch) throws InterruptedException {
    ClusterDatabase.Ended ended = asked(() -> database.ended(sweep.id(), batch));
    if (ended == null) {
      throw failed("somebody has cancelled " + sweep.id());
    }
    byte[] results = ended.results();
    if (results == null) {
      throw failed(
          "the worker %s could not run batch %d of %s: %s"
              .formatted(ended.worker(), batch, sweep.id(), ended.failure()));
    }
    return results;
  }

  /** One of the waiting threads asks for all; false: stopped. */
  private boolean awaitDone(int batch) throws InterruptedException {
    while (true) {
      synchronized (this) {
        while (polling && !stopping && open.contains(batch)) {
          wait(POLL.toMillis());
        }
        if (stopping || !open.contains(batch)) {
          return !open.contains(batch);
        }
        polling = true;
      }
      try {
        Set<Integer> found = asked(() -> database.open(sweep.id()));
        lookWhoWorks();
        synchronized (this) {
          open.retainAll(found);
          if (open.contains(batch) && !stopping) {
            wait(POLL.toMillis());
          }
        }
      } finally {
        synchronized (this) {
          polling = false;
          notifyAll();
        }
      }
    }
  }

  private void lookWhoWorks() throws InterruptedException {
    if (System.nanoTime() - lookNanos >= 0) {
      lookNanos = System.nanoTime() + LOOK.toNanos();
      List<WorkerRecord> workers = asked(database::workers);
      hindrance =
          needs.stream()
              .map(one -> one.hindrance(workers))
              .filter(why -> !why.isEmpty())
              .findFirst()
              .orElse("");
    }
  }

  @Override
  public String hindrance() {
    return hindrance;
  }

  private static Finish take(FolderArchive archive, Cell cell, CellFolder folder)
      throws IOException {
    archive.unpack(cell.name() + "/", folder.path());
    Path told = StoredFile.CELL_FINISH.in(folder.path());
    if (!Files.exists(told)) {
      throw new ClusterException(
          ClusterException.Fault.MACHINE, "a worker sent nothing of the cell " + cell.name());
    }
    CellRecord figures = CellRecord.JSON.read(told);
    if (!figures.name().equals(cell.name())) {
      throw new IOException("a worker calls the cell " + cell.name() + " " + figures.name());
    }
    Files.delete(told);
    return Finish.elsewhere(figures);
  }

  /** Removes batches from the database when all their cells are on this disk. */
  private void forgetTheFinished() throws InterruptedException {
    for (int batch : archives.removeIf(this::finished)) {
      forget(batch);
    }
  }

  private synchronized boolean finished(int batch) {
    return folders.getOrDefault(batch, List.of()).stream().allMatch(CellFolder::finished);
  }

  private void forget(int batch) throws InterruptedException {
    told(() -> database.remove(sweep.id(), batch));
  }

  /** Asks the database; while it is away, again and again. */
  private interface Question<T extends @Nullable Object> {
    T ask() throws SQLException;
  }

  private ClusterException failed(String why) {
    return new ClusterException(
        ClusterException.Fault.MACHINE,
        why
            + (sweep.resumable()
                ? "; what has ended is kept: go on with anteroom sweep --resume, with --cluster or"
                    + " without it"
                : "; begin again when that is put right"));
  }

  private <T extends @Nullable Object> T asked(Question<T> question) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return question.ask();
      } catch (SQLException | SQLRuntimeException | DbSchedulerException away) {
        if (stopping || System.nanoTime() > deadline) {
          throw failed(Cluster.NO_ANSWER + away.getMessage());
        }
        synchronized (this) {
          wait(BACK_OFF.toMillis());
        }
      }
    }
  }

  /** Changes something in the database. */
  private interface Statement {
    void run() throws SQLException;
  }

  private void told(Statement statement) throws InterruptedException {
    boolean unused =
        asked(
            () -> {
              statement.run();
              return true;
            });
  }

  @Override
  public synchronized void interrupt() {
    stopping = true;
    notifyAll();
  }

  /** Forgets what is gathered; what is not stays in the queue, unless nobody could gather it. */
  @Override
  public void end() {
    try {
      forgetTheFinished();
      if (!sweep.resumable() || (!stopping && database.batches(sweep.id()).isEmpty())) {
        boolean unused = database.removeSweep(sweep.id());
      }
    } catch (SQLException | ClusterException away) {
      // What is left is removed by whoever resumes or cancels the sweep.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      archives.close();
      cluster.close();
    }
  }
}
