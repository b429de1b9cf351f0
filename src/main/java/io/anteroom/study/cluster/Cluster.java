package io.anteroom.study.cluster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.sql.DataSource;

/** A cluster's queue, opened. Thread-safe. */
public final class Cluster implements AutoCloseable {
  static final String NO_ANSWER = "the cluster's database does not answer: ";

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
      ClusterTables.migrate(cluster.source);
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
    String why =
        String.valueOf(wrong.getMessage())
            .lines()
            .findFirst()
            .orElse("")
            .replaceAll("[\\w.]+Exception: ", "");
    return new ClusterException(
        "--cluster: " + url + " can't be used: " + why + "; " + remedy(wrong, why));
  }

  private static String remedy(SQLException wrong, String why) {
    String state = wrong.getSQLState() == null ? "" : wrong.getSQLState();
    if (why.contains("no encryption")) {
      return "add sslmode=require to the address, or let the server take such connections";
    }
    for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return "check sslmode and sslrootcert in the address, and the server's certificate";
      }
    }
    return switch (state) {
      case "28P01", "28000" -> "check the user in the address, and PGPASSWORD or ~/.pgpass";
      case "3D000" -> "create the database, or name another one";
      case "42501", "3F000" ->
          "give the user the right to create tables: grant create, usage on schema public";
      default ->
          state.startsWith("08")
              ? "check that the server runs, its address, and the network"
              : "see the server's log";
    };
  }

  DataSource source() {
    return source;
  }

  ClusterDatabase database() {
    return database;
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
      throw new ClusterException(NO_ANSWER + failed.getMessage() + "; try again when it is back");
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
