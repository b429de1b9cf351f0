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
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweeps, comparisons and forks by workers in JVMs of their own and a real PostgreSQL. With {@code
 * -Danteroom.clusterCells=2000 -Danteroom.clusterKills=20} the long form of the test of deaths.
 */
class ClusterTest {
  private static final int CELLS = Integer.getInteger("anteroom.clusterCells", 120);
  private static final int KILLS = Integer.getInteger("anteroom.clusterKills", 5);
  private static final int OTHER_DEATHS = 2;
  private static final int WORKERS = 3;
  private static final long SEED = 2_228;
  private static final long MOST_SECONDS = 600;
  private static final long LIFE_MILLIS = 3_000;

  private static PostgresServer server;

  @TempDir private Path folder;

  private final List<Process> started = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  @AfterEach
  void endAll() throws InterruptedException, SQLException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade; create schema public");
    }
  }

  private static String url() {
    return server.url() + "?user=" + PostgresServer.USER;
  }

  private Process program(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PGPASSWORD", PostgresServer.PASSWORD);
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    started.add(process);
    return process;
  }

  private Path log() {
    return folder.resolve("log");
  }

  private Process worker(int number) throws IOException {
    return program(
        "worker",
        "--cluster",
        url(),
        "--name",
        "worker-" + number,
        "--cores",
        "1",
        "--heartbeat",
        "250ms",
        "--quiet");
  }

  private int exitCode(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as(logged()).isTrue();
    return process.exitValue();
  }

  private void assertDone(Process process) throws IOException, InterruptedException {
    assertThat(exitCode(process)).as(logged()).isZero();
  }

  private String logged() throws IOException {
    return Files.exists(log()) ? Files.readString(log()) : "";
  }

  private static String[] sweep(Path out, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "sweep",
                "--grid",
                "rooms=1.." + CELLS / 2 + "+1 mode=semaphore-fair,try-park",
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

  private static Path only(Path out) throws IOException {
    return begun(out).orElseThrow();
  }

  /** What is being written has a hidden name. */
  private static Optional<Path> begun(Path out) throws IOException {
    if (!Files.isDirectory(out)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(out)) {
      return folders.filter(path -> !path.getFileName().toString().startsWith(".")).findFirst();
    }
  }

  private static int rows(String table) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void deathsOfAllKindsChangeNoByteOfASimulatedSweep()
      throws IOException, InterruptedException, SQLException {
    assertThat(CommandLineRun.of(sweep(folder.resolve("local"))).code()).isZero();
    String expected = Files.readString(only(folder.resolve("local")).resolve("cells.csv"));
    assertThat(expected.lines()).hasSize(CELLS + 1);

    Path out = folder.resolve("cluster");
    Process[] workers = new Process[WORKERS];
    for (int i = 0; i < WORKERS; i++) {
      workers[i] = worker(i);
    }
    Process gatherer = program(sweep(out, "--cluster", url()));
    Random random = new Random(SEED);
    for (int death = 0; death < KILLS + 2 * OTHER_DEATHS + 1; death++) {
      boolean over =
          gatherer.waitFor(LIFE_MILLIS / 2 + random.nextLong(LIFE_MILLIS), TimeUnit.MILLISECONDS);
      if (death % 4 == 1 && death / 4 < OTHER_DEATHS && !over) {
        gatherer.destroyForcibly().waitFor();
        gatherer = again(out);
      } else if (death % 4 == 3 && death / 4 < OTHER_DEATHS) {
        server.down();
        server.up();
      } else if (death == 0) {
        signal(workers[0], "STOP");
      } else {
        int victim = random.nextInt(WORKERS);
        workers[victim].destroyForcibly().waitFor();
        workers[victim] = worker(victim);
      }
      if (death == 4) {
        signal(workers[0], "CONT");
      }
    }
    signal(workers[0], "CONT");
    for (int i = 0; i < WORKERS; i++) {
      if (!workers[i].isAlive()) {
        workers[i] = worker(i);
      }
    }
    // Whoever begins while the server is away is told so, and begins again.
    for (int attempt = 0;
        attempt < OTHER_DEATHS && exitCode(gatherer) == ExitCode.USAGE;
        attempt++) {
      assertThat(logged()).contains("check that the server runs");
      gatherer = again(out);
    }
    assertDone(gatherer);
    assertThat(only(out).resolve("cells.csv")).hasContent(expected);
    assertThat(rows("anteroom_batches")).isZero();
    assertThat(rows("anteroom_sweeps")).isZero();
  }

  /** Before its folder is there, the sweep is begun anew. */
  private Process again(Path out) throws IOException {
    Optional<Path> folderOfSweep = begun(out);
    return folderOfSweep.isEmpty()
        ? program(sweep(out, "--cluster", url()))
        : program(
            "sweep", "--resume", folderOfSweep.get().toString(), "--cluster", url(), "--quiet");
  }

  private static void signal(Process process, String name)
      throws IOException, InterruptedException {
    int unused =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void aComparisonInRealTimeKeepsEachForkOnOneMachine() throws IOException, InterruptedException {
    Process one = worker(1);
    Process other = worker(2);
    Path out = folder.resolve("compare");
    Process compare =
        program(
            "compare",
            "--modes",
            "semaphore-fair,reentrant",
            "--forks",
            "3",
            "--persons",
            "100",
            "--rooms",
            "4",
            "--visits",
            "10",
            "--hold",
            "fixed:1ms",
            "--quiet",
            "--out",
            out.toString(),
            "--cluster",
            url());
    assertDone(compare);
    for (int fork = 1; fork <= 3; fork++) {
      List<String> machines = new ArrayList<>();
      try (Stream<Path> cells = Files.list(only(out).resolve("cells"))) {
        for (Path cell : cells.toList()) {
          if (cell.getFileName().toString().startsWith("fork-" + fork + "-")) {
            String text = Files.readString(cell.resolve("cell.json"));
            machines.add(text.replaceAll("(?s).*\"machine\": \"([^\"]*)\".*", "$1"));
          }
        }
      }
      assertThat(machines).hasSize(2).allMatch(name -> name.startsWith("worker-"));
      assertThat(machines.stream().distinct()).as("fork " + fork).hasSize(1);
    }
    assertThat(one.isAlive() && other.isAlive()).isTrue();
  }

  @Test
  void whatIsStoppedStaysInTheQueueAndIsGatheredLater()
      throws IOException, InterruptedException, SQLException {
    Path out = folder.resolve("resumed");
    Process gatherer = program(sweep(out, "--cluster", url()));
    while (rowsOrNone("anteroom_batches") < CELLS) {
      assertThat(gatherer.waitFor(100, TimeUnit.MILLISECONDS)).as(logged()).isFalse();
    }
    gatherer.destroy();
    assertThat(gatherer.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(gatherer.exitValue()).as(logged()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(rows("anteroom_batches")).isEqualTo(CELLS);

    Process unused = worker(1);
    assertDone(program("sweep", "--resume", only(out).toString(), "--cluster", url(), "--quiet"));
    assertThat(Files.readString(only(out).resolve("cells.csv")).lines()).hasSize(CELLS + 1);
    assertThat(rows("anteroom_batches")).isZero();
  }

  private static int rowsOrNone(String table) {
    try {
      return rows(table);
    } catch (SQLException notYet) {
      return 0;
    }
  }

  @Test
  void aSweepThatIsCancelledIsForgotten() throws IOException, InterruptedException, SQLException {
    Path out = folder.resolve("cancelled");
    Process gatherer = program(sweep(out, "--cluster", url()));
    while (rowsOrNone("anteroom_batches") < CELLS) {
      assertThat(gatherer.waitFor(100, TimeUnit.MILLISECONDS)).as(logged()).isFalse();
    }
    Path json = folder.resolve("cluster.json");
    Process shown =
        new ProcessBuilder(command("cluster", "--cluster", url(), "--json"))
            .redirectOutput(json.toFile())
            .start();
    assertThat(shown.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    String id = Files.readString(json).replaceAll("(?s).*\"sweep\": \"([^\"]*)\".*", "$1");
    assertDone(program("cluster", "cancel", id, "--cluster", url()));
    assertThat(gatherer.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(gatherer.exitValue()).isEqualTo(ExitCode.FAULT);
    assertThat(logged()).contains("somebody has cancelled " + id);
    assertThat(rows("anteroom_batches")).isZero();
  }

  private static List<String> command(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "PGPASSWORD=" + PostgresServer.PASSWORD,
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(words));
    return command;
  }

  @Test
  void whatKeepsAClusterFromBeingUsedIsSaidInOneLine() throws IOException, InterruptedException {
    assertThat(refusal("PGPASSWORD=wrong", url()))
        .contains("password authentication failed", "check the user", "PGPASSWORD")
        .doesNotContain("wrong");
    assertThat(refusal("A=b", url().replaceAll(":\\d+/", ":1/")))
        .contains("check that the server runs");
    assertThat(
            refusal("PGPASSWORD=" + PostgresServer.PASSWORD, url().replace("/postgres?", "/none?")))
        .contains("\"none\" does not exist", "create the database");
    assertThat(refusal("A=b", url() + "&password=hush"))
        .contains("PGPASSWORD")
        .doesNotContain("hush");
    assertThat(refusal("A=b", "jdbc:mysql://here/there")).contains("allowed: jdbc:postgresql://");
    assertThat(refusal("A=b", url() + "&socketFactory=some.Class"))
        .contains("leave that option out");
  }

  private String refusal(String variable, String address) throws IOException, InterruptedException {
    Path said = folder.resolve("refusal");
    ProcessBuilder builder =
        new ProcessBuilder(
            "env",
            variable,
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "cluster",
            "--cluster",
            address);
    builder.environment().remove("PGPASSWORD");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(said);
    assertThat(process.exitValue()).as(text).isEqualTo(ExitCode.USAGE);
    assertThat(text.lines()).as(text).hasSize(1);
    return text;
  }
}
