package io.anteroom.study.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * All that is asked of the tables of a cluster. Statements are one transaction each. Thread-safe,
 * as its source of connections is.
 */
final class ClusterDatabase {
  /** The queue, which db-scheduler keeps. */
  static final String TASKS = "anteroom_tasks";

  private static final String SEPARATOR = "\n";

  private final DataSource source;

  ClusterDatabase(DataSource source) {
    this.source = source;
  }

  /**
   * A batch in the queue.
   *
   * @param task the name of its task: what a worker must have to run it
   * @param cells their names, in order
   * @param finished whether it has results
   */
  record Batch(int number, String task, List<String> cells, boolean finished) {}

  /** Notes a sweep, once. */
  void addSweep(String sweep, String name, String version, String clock, int cells)
      throws SQLException {
    update(
        "insert into anteroom_sweeps (sweep, name, version, clock, cells) values (?, ?, ?, ?, ?)"
            + " on conflict do nothing",
        sweep,
        name,
        version,
        clock,
        cells);
  }

  /** The batches of a sweep that are not gathered yet. */
  List<Batch> batches(String sweep) throws SQLException {
    return query(
        "select batch, task, cells, results is not null"
            + " from anteroom_batches where sweep = ? order by batch",
        row ->
            new Batch(
                row.getInt(1),
                row.getString(2),
                List.of(row.getString(3).split(SEPARATOR, -1)),
                row.getBoolean(4)),
        sweep);
  }

  void addBatch(String sweep, int number, String task, List<String> cells, byte[] inputs)
      throws SQLException {
    update(
        "insert into anteroom_batches (sweep, batch, task, cells, inputs) values (?, ?, ?, ?, ?)"
            + " on conflict do nothing",
        sweep,
        number,
        task,
        String.join(SEPARATOR, cells),
        inputs);
  }

  /** What a batch needs; null: it was cancelled, or somebody else has run it. */
  byte @Nullable [] inputs(String sweep, int number) throws SQLException {
    List<byte[]> found =
        query(
            "select inputs from anteroom_batches"
                + " where sweep = ? and batch = ? and results is null",
            row -> row.getBytes(1),
            sweep,
            number);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** Keeps the results of a batch, unless others came first. */
  void finish(String sweep, int number, byte[] results, String worker) throws SQLException {
    update(
        "update anteroom_batches set results = ?, worker = ?, failure = null"
            + " where sweep = ? and batch = ? and results is null",
        results,
        worker,
        sweep,
        number);
  }

  /** Notes why a batch has no results and will not have any. */
  void fail(String sweep, int number, String why, String worker) throws SQLException {
    update(
        "update anteroom_batches set failure = ?, worker = ?"
            + " where sweep = ? and batch = ? and results is null",
        why,
        worker,
        sweep,
        number);
  }

  /** Forgets why a batch failed: it is tried again. */
  void retry(String sweep, int number) throws SQLException {
    update(
        "update anteroom_batches set failure = null where sweep = ? and batch = ?", sweep, number);
  }

  /** The batches of a sweep that have neither results nor failed. */
  Set<Integer> open(String sweep) throws SQLException {
    return new TreeSet<>(
        query(
            "select batch from anteroom_batches"
                + " where sweep = ? and results is null and failure is null",
            row -> row.getInt(1),
            sweep));
  }

  /**
   * What came of a batch.
   *
   * @param results null: it failed
   * @param failure null: it has results
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once; nobody compares them.
  record Ended(byte @Nullable [] results, @Nullable String failure, String worker) {}

  @Nullable Ended ended(String sweep, int number) throws SQLException {
    List<Ended> found =
        query(
            "select results, failure, worker from anteroom_batches where sweep = ? and batch = ?",
            row -> new Ended(row.getBytes(1), row.getString(2), row.getString(3)),
            sweep,
            number);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** Forgets a batch: it is gathered. */
  void remove(String sweep, int number) throws SQLException {
    update("delete from anteroom_batches where sweep = ? and batch = ?", sweep, number);
  }

  /** Forgets a sweep, and what waits of it in the queue; whether there was one. */
  boolean removeSweep(String sweep) throws SQLException {
    update(
        "delete from " + TASKS + " where starts_with(task_instance, ?) and not picked",
        sweep + "/");
    return update("delete from anteroom_sweeps where sweep = ?", sweep) > 0;
  }

  /** Notes that a worker is alive. */
  void seen(WorkerRecord worker) throws SQLException {
    update(
        "insert into anteroom_workers (worker, version, cores, jdks, plugins, load, running, seen)"
            + " values (?, ?, ?, ?, ?, ?, ?, now()) on conflict (worker) do update set version ="
            + " excluded.version, cores = excluded.cores, jdks = excluded.jdks, plugins ="
            + " excluded.plugins, load = excluded.load, running = excluded.running, seen ="
            + " excluded.seen",
        worker.worker(),
        worker.version(),
        worker.cores(),
        String.join(",", worker.jdks()),
        worker.plugins(),
        worker.load(),
        String.join(SEPARATOR, worker.running()));
  }

  /** Forgets a worker: it has ended. */
  void removeWorker(String worker) throws SQLException {
    update("delete from anteroom_workers where worker = ?", worker);
  }

  /** The workers, by their names. */
  List<WorkerRecord> workers() throws SQLException {
    return query(
        "select worker, version, cores, jdks, plugins, load, running,"
            + " extract(epoch from now() - seen) from anteroom_workers order by worker",
        row ->
            new WorkerRecord(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                list(row.getString(4), ","),
                row.getString(5),
                (Double) row.getObject(6),
                list(row.getString(7), SEPARATOR),
                row.getDouble(8)));
  }

  private static List<String> list(String text, String separator) {
    return text.isEmpty() ? List.of() : List.of(text.split(separator, -1));
  }

  /** The sweeps, the oldest first. */
  List<SweepRecord> sweeps() throws SQLException {
    return query(
        "select s.sweep, s.name, s.version, s.clock, s.cells,"
            + " count(b.batch),"
            + " count(b.batch) filter (where b.results is not null),"
            + " count(b.batch) filter (where b.failure is not null),"
            + " (select count(*) from anteroom_tasks t"
            + "   where t.picked and starts_with(t.task_instance, s.sweep || '/')),"
            + " min(b.failure)"
            + " from anteroom_sweeps s left join anteroom_batches b using (sweep)"
            + " group by s.sweep order by s.begun, s.sweep",
        row ->
            new SweepRecord(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                SweepRecord.Batches.of(row.getInt(6), row.getInt(7), row.getInt(8), row.getInt(9)),
                row.getString(10)));
  }

  /** Reads one row. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, Reader<T> reader, Object... values) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    }
  }

  private int update(String sql, @Nullable Object... values) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
