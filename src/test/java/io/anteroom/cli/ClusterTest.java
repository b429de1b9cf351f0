package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sweeps, comparisons and forks by workers in JVMs of their own and a real PostgreSQL. */
class ClusterTest extends ClusterSetUp {
  private static final int CELLS = 20;

  @Test
  void measuredCellsThatBelongTogetherRunOnOneMachine() throws IOException, InterruptedException {
    Process one = programs.worker(1);
    Process other = programs.worker(2);
    Path compared = inRealTime("compare", "--modes", "semaphore-fair,reentrant", "--forks", "3");
    for (int fork = 1; fork <= 3; fork++) {
      List<String> machines = machines(compared, "fork-" + fork + "-");
      assertThat(machines).hasSize(2).allMatch(name -> name.startsWith("worker-"));
      assertThat(machines.stream().distinct()).as("fork " + fork).hasSize(1);
    }
    Path forked = inRealTime("run", "--forks", "2");
    try (Stream<Path> forks = Files.list(forked.resolve("forks"))) {
      assertThat(forks).hasSize(2);
    }
    assertThat(one.isAlive() && other.isAlive()).isTrue();
  }

  /** Runs a small command on the cluster; its results folder. */
  private Path inRealTime(String... words) throws IOException {
    Path out = folder.resolve(words[0]);
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(
        List.of("--persons", "100", "--rooms", "4", "--visits", "10", "--hold", "fixed:1ms"));
    all.addAll(List.of("--quiet", "--out", out.toString(), "--cluster", programs.url()));
    CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return ClusterPrograms.only(out);
  }

  private static List<String> machines(Path results, String prefix) throws IOException {
    List<String> machines = new ArrayList<>();
    try (Stream<Path> cells = Files.list(results.resolve("cells"))) {
      for (Path cell : cells.toList()) {
        if (cell.getFileName().toString().startsWith(prefix)) {
          String text = Files.readString(cell.resolve("cell.json"));
          machines.add(text.replaceAll("(?s).*\"machine\": \"([^\"]*)\".*", "$1"));
        }
      }
    }
    return machines;
  }

  @Test
  void whatIsStoppedStaysInTheQueueAndIsGatheredLater()
      throws IOException, InterruptedException, SQLException {
    Path out = folder.resolve("resumed");
    Process gatherer = queued(out);
    gatherer.destroy();
    assertThat(programs.exitCode(gatherer)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(programs.rows("anteroom_batches")).isEqualTo(CELLS);

    Process unused = programs.worker(1);
    String folderOfSweep = ClusterPrograms.only(out).toString();
    CommandLineRun resumed =
        CommandLineRun.of(
            "sweep", "--resume", folderOfSweep, "--cluster", programs.url(), "--quiet");
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(Files.readString(ClusterPrograms.only(out).resolve("cells.csv")).lines())
        .hasSize(CELLS + 1);
    assertThat(programs.rows("anteroom_batches")).isZero();
  }

  @Test
  void aSweepThatIsCancelledIsForgotten() throws IOException, InterruptedException, SQLException {
    Process gatherer = queued(folder.resolve("cancelled"));
    CommandLineRun shown = CommandLineRun.of("cluster", "--cluster", programs.url(), "--json");
    String id = shown.out().replaceAll("(?s).*\"sweep\": \"([^\"]*)\".*", "$1");
    assertThat(CommandLineRun.of("cluster", "--cluster", programs.url()).out())
        .contains("0 workers\n", "batches: 20 wait, 0 run", "Nobody works: start anteroom worker");
    assertThat(CommandLineRun.of("cluster", "cancel", id, "--cluster", programs.url()).code())
        .isZero();
    assertThat(programs.exitCode(gatherer)).isEqualTo(ExitCode.FAULT);
    assertThat(programs.logged()).contains("somebody has cancelled " + id);
    assertThat(programs.rows("anteroom_batches")).isZero();
  }

  /** A sweep that has filled the queue. */
  private Process queued(Path out) throws IOException, InterruptedException {
    Process gatherer =
        programs.start(ClusterPrograms.sweep(CELLS, out, "--cluster", programs.url()));
    programs.await("select count(*) from anteroom_batches", CELLS, gatherer);
    return gatherer;
  }
}
