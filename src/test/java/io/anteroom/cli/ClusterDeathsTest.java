package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.NetworkNamespaces;
import io.anteroom.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A simulated sweep while all sorts of programs die: its table is the same to the byte as that of a
 * sweep on one machine. With {@code -Danteroom.clusterCells=2000 -Danteroom.clusterKills=20} the
 * long form, in which each worker has a network of its own where root may make one.
 */
class ClusterDeathsTest {
  private static final int CELLS = Integer.getInteger("anteroom.clusterCells", 48);
  private static final int KILLS = Integer.getInteger("anteroom.clusterKills", 3);
  private static final int OTHERS = Math.max(KILLS / 10, 1);
  private static final boolean LONG = KILLS >= 20;
  private static final int WORKERS = 3;

  /** The database takes so long to keep the results of a batch: workers can be met with one. */
  private static final double BATCH_SECONDS = LONG ? 2 : 0.3;

  private static final long SEED = 2_228;
  private static final long LONGEST_WAIT_SECONDS = 120;

  private enum Death {
    WORKER_KILLED,
    SWEEP_KILLED,
    DATABASE_RESTARTED,
    WORKER_STOPPED,
    WORKER_CUT_OFF
  }

  @TempDir private Path folder;

  private @Nullable NetworkNamespaces networks;
  private PostgresServer server;
  private ClusterPrograms programs;
  private @Nullable Process gatherer;
  private final Process[] workers = new Process[WORKERS];
  private final Map<Death, Integer> died = new TreeMap<>();

  @BeforeEach
  void start() throws IOException, InterruptedException {
    networks = LONG ? NetworkNamespaces.create(WORKERS) : null;
    server = PostgresServer.start(networks == null ? List.of() : networks.hosts());
    server.tellPassword();
    programs = new ClusterPrograms(server, folder);
  }

  @AfterEach
  void stop() throws IOException, InterruptedException, SQLException {
    if (programs != null) {
      programs.close();
    }
    if (server != null) {
      server.close();
    }
    if (networks != null) {
      networks.delete();
    }
  }

  @Test
  void deathsOfAllKindsChangeNoByteOfASimulatedSweep()
      throws IOException, InterruptedException, SQLException {
    Path local = folder.resolve("local");
    assertThat(CommandLineRun.of(ClusterPrograms.sweep(CELLS, local)).code()).isZero();
    String expected = Files.readString(ClusterPrograms.only(local).resolve("cells.csv"));
    assertThat(expected.lines()).hasSize(CELLS + 1);

    slowDown();
    gatherer = begin();
    programs.await("select count(*) from anteroom_batches", Math.min(CELLS, 200), gatherer());
    int batches = programs.rows("anteroom_batches");
    for (int i = 0; i < WORKERS; i++) {
      workers[i] = worker(i);
    }
    List<Death> deaths = deaths();
    for (int i = 0; i < deaths.size(); i++) {
      // The last one comes while batches are left, too.
      awaitLeft(batches * (deaths.size() - i) / (deaths.size() + 1));
      die(deaths.get(i));
    }
    awaitGathered();
    programs.assertDone(gatherer());

    Path results = ClusterPrograms.only(folder.resolve("cluster"));
    assertThat(Files.readString(results.resolve("cells.csv"))).isEqualTo(expected);
    assertThat(gathered()).isEqualTo(CELLS);
    assertThat(programs.rows("anteroom_batches")).isZero();
    assertThat(programs.rows("anteroom_sweeps")).isZero();
    System.out.printf(
        "%,d cells; %s; %s%n",
        CELLS, died, networks == null ? "one network" : "a network for each worker");
  }

  private Process gatherer() {
    return Objects.requireNonNull(gatherer);
  }

  private List<Death> deaths() {
    List<Death> deaths = new ArrayList<>(Collections.nCopies(KILLS, Death.WORKER_KILLED));
    deaths.addAll(Collections.nCopies(OTHERS, Death.SWEEP_KILLED));
    deaths.addAll(Collections.nCopies(OTHERS, Death.DATABASE_RESTARTED));
    deaths.add(Death.WORKER_STOPPED);
    if (networks != null) {
      deaths.add(Death.WORKER_CUT_OFF);
    }
    Collections.shuffle(deaths, new Random(SEED));
    return deaths;
  }

  private void die(Death death) throws IOException, InterruptedException, SQLException {
    switch (death) {
      case WORKER_KILLED -> {
        int victim = atWork();
        workers[victim].destroyForcibly().waitFor();
        workers[victim] = worker(victim);
      }
      case SWEEP_KILLED -> {
        gatherer().destroyForcibly().waitFor();
        gatherer = begin();
      }
      case DATABASE_RESTARTED -> {
        server.down();
        server.up();
      }
      case WORKER_STOPPED -> {
        int victim = atWork();
        ClusterPrograms.signal(workers[victim], "STOP");
        awaitGivenUp(victim);
        ClusterPrograms.signal(workers[victim], "CONT");
      }
      case WORKER_CUT_OFF -> {
        int victim = atWork();
        NetworkNamespaces net = Objects.requireNonNull(networks);
        net.cut(victim);
        awaitGivenUp(victim);
        net.mend(victim);
      }
    }
    died.merge(death, 1, Integer::sum);
  }

  /** A worker that has a batch. */
  private int atWork() throws IOException, InterruptedException, SQLException {
    long deadline = deadline();
    while (true) {
      for (int i = 0; i < WORKERS; i++) {
        if (workers[i].isAlive() && hasBatch(i)) {
          return i;
        }
      }
      keepAlive(deadline);
    }
  }

  private boolean hasBatch(int worker) throws SQLException {
    return programs.count(
            "select count(*) from anteroom_tasks where picked and picked_by = '"
                + ClusterPrograms.name(worker)
                + "'")
        > 0;
  }

  /** Waits until the cluster has taken a worker's batch from it. */
  private void awaitGivenUp(int worker) throws IOException, InterruptedException, SQLException {
    long deadline = deadline();
    while (hasBatch(worker)) {
      keepAlive(deadline);
    }
  }

  /** Waits until at most so many batches have no results. */
  private void awaitLeft(int most) throws IOException, InterruptedException, SQLException {
    long deadline = deadline();
    while (programs.count("select count(*) from anteroom_batches where results is null") > most) {
      keepAlive(deadline);
    }
  }

  private void awaitGathered() throws IOException, InterruptedException {
    long deadline = deadline();
    while (gathered() < CELLS) {
      keepAlive(deadline);
    }
  }

  private void slowDown() throws SQLException {
    assertThat(CommandLineRun.of("cluster", "--cluster", programs.url()).code()).isZero();
    programs.execute(
        """
        create function slowly() returns trigger language plpgsql as $$
          begin perform pg_sleep(%s); return new; end $$;
        create trigger slowly before update of results on anteroom_batches
          for each row execute function slowly()
        """
            .formatted(BATCH_SECONDS));
  }

  private static long deadline() {
    return System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
  }

  /** Looks again soon. Whoever began while the server was away was told so, and begins again. */
  private void keepAlive(long deadline) throws IOException, InterruptedException {
    assertThat(System.nanoTime()).as(() -> "it goes on; " + log()).isLessThan(deadline);
    for (int i = 0; i < WORKERS; i++) {
      if (!workers[i].isAlive()) {
        assertTold(workers[i]);
        workers[i] = worker(i);
      }
    }
    if (gatherer().waitFor(20, TimeUnit.MILLISECONDS) && gathered() < CELLS) {
      assertTold(gatherer());
      gatherer = begin();
    }
  }

  private void assertTold(Process process) throws IOException, InterruptedException {
    assertThat(programs.exitCode(process)).as(programs.logged()).isEqualTo(ExitCode.USAGE);
    assertThat(programs.logged()).contains("check that the server runs");
  }

  private String log() {
    try {
      return programs.logged();
    } catch (IOException unread) {
      return unread.toString();
    }
  }

  private int gathered() throws IOException {
    Optional<Path> begun = ClusterPrograms.begun(folder.resolve("cluster"));
    if (begun.isEmpty()) {
      return 0;
    }
    try (Stream<Path> cells = Files.list(begun.get().resolve("cells"))) {
      return (int) cells.filter(cell -> Files.exists(cell.resolve("cell.json"))).count();
    }
  }

  private Process worker(int number) throws IOException {
    if (networks == null) {
      return programs.worker(number);
    }
    String url =
        programs.url().replace("127.0.0.1", networks.hosts().get(number)) + "&socketTimeout=10";
    return programs.start(
        networks.in(number, ClusterPrograms.command(ClusterPrograms.workerWords(number, url))),
        folder.resolve("log"),
        Map.of("PGPASSWORD", PostgresServer.PASSWORD));
  }

  /** Begins the sweep, or resumes it if its folder is there. */
  private Process begin() throws IOException {
    Path out = folder.resolve("cluster");
    Optional<Path> begun = ClusterPrograms.begun(out);
    return begun.isEmpty()
        ? programs.start(ClusterPrograms.sweep(CELLS, out, "--cluster", programs.url()))
        : programs.start(
            "sweep", "--resume", begun.get().toString(), "--cluster", programs.url(), "--quiet");
  }
}
