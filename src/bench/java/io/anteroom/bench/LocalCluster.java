package io.anteroom.bench;

import io.anteroom.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A cluster on this machine: a PostgreSQL of its own and workers of one core each, in processes of
 * their own. For one thread.
 */
@SuppressWarnings("try") // Closing it waits for it.
final class LocalCluster implements AutoCloseable {
  static final Duration LIMIT = Duration.ofMinutes(5);

  private final Size size;
  private final PostgresServer server;
  private final List<Process> workers = new ArrayList<>();

  private LocalCluster(Size size, PostgresServer server) {
    this.size = size;
    this.server = server;
  }

  /** Starts the database and so many workers; returns when all are there. */
  static LocalCluster start(Size size, int workers)
      throws IOException, InterruptedException, SQLException {
    LocalCluster cluster = new LocalCluster(size, PostgresServer.start());
    try {
      for (int number = 1; number <= workers; number++) {
        cluster.workers.add(cluster.worker(number));
      }
      cluster.awaitWorkers();
      return cluster;
    } catch (IOException | InterruptedException | SQLException failed) {
      cluster.close();
      throw failed;
    }
  }

  private Process worker(int number) throws IOException {
    Command command =
        Anteroom.command(size, List.of("worker", "--name", "worker-" + number, "--cores", "1"))
            .and(List.of("--cluster", url(), "--quiet"));
    ProcessBuilder builder = new ProcessBuilder(command.words());
    builder.environment().putAll(command.variables());
    builder.environment().put("PGPASSWORD", PostgresServer.PASSWORD);
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private String url() {
    return server.url() + "?user=" + PostgresServer.USER;
  }

  private void awaitWorkers() throws InterruptedException, SQLException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    for (Process worker : workers) {
      while (workersThere() < workers.size()) {
        if (worker.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
          throw new IllegalStateException("a worker does not start");
        }
      }
    }
  }

  private int workersThere() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_tables where tablename = 'anteroom_workers'")) {
      row.next();
      if (row.getInt(1) == 0) {
        return 0;
      }
    }
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from anteroom_workers")) {
      row.next();
      return row.getInt(1);
    }
  }

  /**
   * Has the workers run a sweep.
   *
   * @param sweep its command, but for the cluster
   * @return what its process, the workers and the database took together
   */
  Command.Cost sweep(Command sweep) throws IOException, InterruptedException {
    Command command =
        sweep.and(List.of("--cluster", url())).with("PGPASSWORD", PostgresServer.PASSWORD);
    long before = othersNanos();
    Command.Cost own = command.time(LIMIT).orFail(command).cost();
    long others = othersNanos() - before;
    return new Command.Cost(own.wallNanos(), own.cpuNanos() + others, own.peakBytes());
  }

  private long othersNanos() throws IOException {
    long nanos = ProcessorTime.nanosWithChildren(server.processId());
    for (Process worker : workers) {
      nanos += ProcessorTime.nanosWithChildren(worker.pid());
    }
    return nanos;
  }

  /** The workers end, and so does the database. */
  @Override
  public void close() throws IOException, InterruptedException {
    for (Process worker : workers) {
      worker.destroy();
    }
    for (Process worker : workers) {
      if (!worker.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        worker.destroyForcibly();
      }
    }
    server.close();
  }

  /** A sweep of small simulated cells, on this machine alone. */
  static Command smallCells(Size size, int cells, Path out) {
    return Anteroom.command(size, List.of("sweep", "--clock", "simulated"))
        .and(List.of("--grid", "rooms=1.." + cells / 2 + "+1 mode=semaphore-fair,try-park"))
        .and(List.of("--persons", "20", "--visits", "10", "--hold", "exponential:5ms"))
        .and(List.of("--replications", "3", "--quiet", "--out", out.toString()));
  }
}
