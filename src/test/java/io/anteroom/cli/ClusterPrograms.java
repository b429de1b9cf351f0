package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs of Anteroom that use a server of PostgreSQL as a cluster, each in a JVM of its own. They
 * print to one log. Closing ends them all, and empties the database.
 */
@SuppressWarnings("try") // Closing it waits for them.
final class ClusterPrograms implements AutoCloseable {
  private static final long MOST_SECONDS = 600;

  /** Their JVMs live for seconds only, and start the faster. */
  private static final List<String> JVM =
      List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final PostgresServer server;
  private final Path log;
  private final List<Process> started = new ArrayList<>();

  /**
   * @param folder for the log
   */
  ClusterPrograms(PostgresServer server, Path folder) {
    this.server = server;
    this.log = folder.resolve("log");
  }

  /** The cluster's address, without the password. */
  String url() {
    return url(server);
  }

  /** The address of a cluster in that server, without the password. */
  static String url(PostgresServer server) {
    return server.url() + "?user=" + PostgresServer.USER;
  }

  /** Starts a program, which knows the password. */
  Process start(String... words) throws IOException {
    return start(command(words), log, Map.of("PGPASSWORD", PostgresServer.PASSWORD));
  }

  /** Starts a program with other variables, and lets it print to a file of its own. */
  Process start(List<String> command, Path output, Map<String, String> variables)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("PGPASSWORD");
    builder.environment().putAll(variables);
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    started.add(process);
    return process;
  }

  /** A command line of this build. */
  static List<String> command(String... words) {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(JVM);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words));
    return command;
  }

  /** Starts a worker of one core whose batches go to others when it is silent for a second. */
  Process worker(int number) throws IOException {
    return start(workerWords(number, url()));
  }

  static String[] workerWords(int number, String url) {
    return new String[] {
      "worker",
      "--cluster",
      url,
      "--name",
      name(number),
      "--cores",
      "1",
      "--heartbeat",
      "250ms",
      "--quiet"
    };
  }

  static String name(int number) {
    return "worker-" + number;
  }

  /** Waits for a program's end. */
  int exitCode(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as(logged()).isTrue();
    return process.exitValue();
  }

  void assertDone(Process process) throws IOException, InterruptedException {
    assertThat(exitCode(process)).as(logged()).isZero();
  }

  /** What the programs have printed. */
  String logged() throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** A sweep of simulated cells. */
  static String[] sweep(int cells, Path out, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "sweep",
                "--grid",
                "rooms=1.." + cells / 2 + "+1 mode=semaphore-fair,try-park",
                "--clock",
                "simulated",
                "--persons",
                "200",
                "--replications",
                "3",
                "--hold",
                "exponential:5ms",
                "--quiet",
                "--out",
                out.toString()));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  /** The results folder in a folder. */
  static Path only(Path out) throws IOException {
    return begun(out).orElseThrow();
  }

  /** The same, if it is there: what is being written has a hidden name. */
  static Optional<Path> begun(Path out) throws IOException {
    if (!Files.isDirectory(out)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(out)) {
      return folders.filter(path -> !path.getFileName().toString().startsWith(".")).findFirst();
    }
  }

  int rows(String table) throws SQLException {
    return count("select count(*) from " + table);
  }

  /** The number that a query finds. */
  int count(String query) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Waits until a query finds at least a number; tables may be missing at first. */
  void await(String query, int atLeast, Process needed) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (countOrNone(query) < atLeast) {
      assertThat(System.nanoTime()).as(logged()).isLessThan(deadline);
      assertThat(needed.waitFor(50, TimeUnit.MILLISECONDS)).as(logged()).isFalse();
    }
  }

  private int countOrNone(String query) {
    try {
      return count(query);
    } catch (SQLException notYet) {
      return 0;
    }
  }

  static void signal(Process process, String name) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    assertThat(code).isZero();
  }

  @Override
  public void close() throws InterruptedException, SQLException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    execute(
        "drop schema public cascade; create schema public;"
            + " grant usage on schema public to public");
  }
}
