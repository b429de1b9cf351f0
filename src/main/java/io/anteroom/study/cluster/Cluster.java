package io.anteroom.study.cluster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/** A cluster's queue, opened. Thread-safe. */
public final class Cluster implements AutoCloseable {
  private static final long CONNECT_MILLIS = 10_000;

  private final HikariDataSource source;
  private final ClusterDatabase database;

  private Cluster(HikariDataSource source) {
    this.source = source;
    this.database = new ClusterDatabase(source);
  }

  /**
   * Opens the queue, and makes its tables where there are none. The password comes from {@code
   * PGPASSWORD}, or the driver finds it in {@code ~/.pgpass}.
   *
   * @param connections how many it may use at once
   * @throws ClusterException if it can't be used
   */
  public static Cluster open(ClusterUrl url, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("anteroom-cluster");
    config.setJdbcUrl(url.text());
    config.addDataSourceProperty("ApplicationName", "anteroom");
    String password = ClusterUrl.password(System.getenv());
    if (!password.isEmpty()) {
      config.setPassword(password);
    }
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("loginTimeout", CONNECT_MILLIS / 1000);
    requireReachable(url, password);
    Cluster cluster = new Cluster(new HikariDataSource(config));
    try {
      cluster.database.migrate();
      return cluster;
    } catch (SQLException wrong) {
      cluster.close();
      throw unusable(url, wrong);
    } catch (ClusterException wrong) {
      cluster.close();
      throw wrong;
    }
  }

  /** Asks the driver itself first: a pool would try again and again. */
  private static void requireReachable(ClusterUrl url, String password) {
    Properties properties = new Properties();
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    properties.setProperty("loginTimeout", Long.toString(CONNECT_MILLIS / 1000));
    try {
      DriverManager.getConnection(url.text(), properties).close();
    } catch (SQLException wrong) {
      throw unusable(url, wrong);
    }
  }

  private static ClusterException unusable(ClusterUrl url, SQLException wrong) {
    String state = wrong.getSQLState() == null ? "" : wrong.getSQLState();
    String why = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
    String remedy =
        switch (state) {
          case "28P01", "28000" -> "check the user in the address, and PGPASSWORD or ~/.pgpass";
          case "3D000" -> "create the database, or name another one";
          case "42501", "3F000" ->
              "give the user the right to create tables: grant create, usage on schema public";
          default ->
              state.startsWith("08")
                  ? "check that the server runs, its address, and the network"
                  : "see the server's log";
        };
    return new ClusterException("--cluster: " + url + " can't be used: " + why + "; " + remedy);
  }

  DataSource source() {
    return source;
  }

  ClusterDatabase database() {
    return database;
  }

  /** The task of a batch: its name says what a worker must have to run it. */
  static String task(BatchRecord batch) {
    return batch.simulated()
        ? simulatedTask(batch.anteroom())
        : wallTask(
            batch.anteroom(),
            new TreeSet<>(batch.cells().stream().map(BatchRecord.Member::jdk).toList()));
  }

  /** The task of cells in simulated time: any JDK will do. */
  static String simulatedTask(String version) {
    return "anteroom-" + version + "-simulated";
  }

  /** The task of cells in real time that need these JDKs. */
  static String wallTask(String version, SortedSet<Integer> jdks) {
    return "anteroom-"
        + version
        + "-jdk-"
        + String.join("-", jdks.stream().map(jdk -> Integer.toString(jdk)).toList());
  }

  /** Who works, and what there is to do. */
  public ClusterState state() {
    return asked(
        () -> new ClusterState(ClusterState.SCHEMA, database.workers(), database.sweeps()));
  }

  /** Forgets a sweep and what waits of it; whether there was one. Cells that run go on. */
  public boolean cancel(String sweep) {
    return asked(() -> database.removeSweep(sweep));
  }

  private interface Question<T> {
    T ask() throws SQLException;
  }

  private static <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException failed) {
      throw new ClusterException(
          "the cluster's database does not answer: "
              + failed.getMessage()
              + "; try again when it is back");
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
