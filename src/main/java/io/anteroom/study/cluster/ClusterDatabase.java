package io.anteroom.study.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a cluster and all that is asked of them. Statements are one transaction each.
 * Thread-safe, as its source of connections is.
 */
final class ClusterDatabase {
  /** The queue, which db-scheduler keeps. */
  static final String TASKS = "anteroom_tasks";

  private static final String SEPARATOR = "\n";

  /** A lock of PostgreSQL that is held while tables change: two may begin at once. */
  private static final long MIGRATION_LOCK = 0x616e7465L;

  /**
   * What brings a database from each version to the next. Four tables and no data to convert: a
   * library for migrations would be larger than this list. Never change an entry, append one.
   */
  private static final List<String> MIGRATIONS =
      List.of(
          """
          create table anteroom_tasks (
            task_name text not null,
            task_instance text not null,
            task_data bytea,
            execution_time timestamp with time zone not null,
            picked boolean not null,
            picked_by text,
            last_success timestamp with time zone,
            last_failure timestamp with time zone,
            consecutive_failures int,
            last_heartbeat timestamp with time zone,
            version bigint not null,
            priority smallint,
            primary key (task_name, task_instance)
          );
          create index anteroom_tasks_due on anteroom_tasks (execution_time);
          create index anteroom_tasks_heartbeat on anteroom_tasks (last_heartbeat);
          create table anteroom_sweeps (
            sweep text primary key,
            name text not null,
            version text not null,
            clock text not null,
            cells int not null,
            begun timestamp with time zone not null default now()
          );
          create table anteroom_batches (
            sweep text not null references anteroom_sweeps on delete cascade,
            batch int not null,
            task text not null,
            cells text not null,
            inputs bytea not null,
            results bytea,
            worker text,
            failure text,
            primary key (sweep, batch)
          );
          create table anteroom_workers (
            worker text primary key,
            version text not null,
            cores int not null,
            jdks text not null,
            load double precision,
            running text not null,
            begun timestamp with time zone not null default now(),
            seen timestamp with time zone not null
          );
          """);

  /** The version of the tables that this code knows. */
  static final int VERSION = MIGRATIONS.size();

  private final DataSource source;

  ClusterDatabase(DataSource source) {
    this.source = source;
  }

  /** Makes the tables, or brings them up to {@link #VERSION}. */
  void migrate() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
      statement.execute("create table if not exists anteroom_schema (version int not null)");
      int version = version(statement);
      if (version > VERSION) {
        throw new ClusterException(
            "the cluster's tables have version %d, and this Anteroom knows %d; use the newer one everywhere"
                .formatted(version, VERSION));
      }
      for (String migration : MIGRATIONS.subList(version, VERSION)) {
        statement.execute(migration);
      }
      if (version < VERSION) {
        statement.execute("delete from anteroom_schema");
        statement.execute("insert into anteroom_schema values (" + VERSION + ")");
      }
      connection.commit();
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select coalesce(max(version), 0) from anteroom_schema")) {
      row.next();
      return row.getInt(1);
    }
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
        "insert into anteroom_workers (worker, version, cores, jdks, load, running, seen)"
            + " values (?, ?, ?, ?, ?, ?, now()) on conflict (worker) do update set"
            + " version = excluded.version, cores = excluded.cores, jdks = excluded.jdks,"
            + " load = excluded.load, running = excluded.running, seen = excluded.seen",
        worker.worker(),
        worker.version(),
        worker.cores(),
        String.join(",", worker.jdks()),
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
        "select worker, version, cores, jdks, load, running,"
            + " extract(epoch from now() - seen) from anteroom_workers order by worker",
        row ->
            new WorkerRecord(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                list(row.getString(4), ","),
                (Double) row.getObject(5),
                list(row.getString(6), SEPARATOR),
                row.getDouble(7)));
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
