package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.PostgresServer;
import io.anteroom.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A disk that gets full ends in one line, and loses nothing. */
@SuppressWarnings("try") // Closing it waits for it.
class ClusterDisksTest extends ClusterSetUp {
  private static final int CELLS = 10;

  /** Kilobytes. */
  private static final int ENOUGH_TO_BEGIN = 8_000;

  private static final int LEFT_FOR_SOME_CELLS = 80;
  private static final int PLENTY = 100_000;

  private static String table(Path out) throws IOException {
    return Files.readString(ClusterPrograms.only(out).resolve("cells.csv"));
  }

  private CommandLineRun resumed(Path out) throws IOException {
    return CommandLineRun.of(
        "sweep",
        "--resume",
        ClusterPrograms.only(out).toString(),
        "--cluster",
        programs.url(),
        "--quiet");
  }

  @Test
  void whereTheDiskOfTheSweepIsFullResultsStayInTheDatabase()
      throws IOException, InterruptedException, SQLException {
    Path local = folder.resolve("local");
    assertThat(CommandLineRun.of(ClusterPrograms.sweep(CELLS, local)).code()).isZero();
    try (SmallDisk disk = SmallDisk.make(folder.resolve("disk"), ENOUGH_TO_BEGIN)) {
      Path out = disk.folder().resolve("out");
      Process sweep =
          programs.start(ClusterPrograms.sweep(CELLS, out, "--cluster", programs.url()));
      programs.await("select count(*) from anteroom_batches", CELLS, sweep);
      disk.fill(LEFT_FOR_SOME_CELLS);
      Process worker = programs.worker(1);
      assertThat(programs.exitCode(sweep)).as(programs.logged()).isEqualTo(ExitCode.FAULT);
      assertThat(programs.logged().lines().filter(line -> line.startsWith("anteroom: ")))
          .singleElement(InstanceOfAssertFactories.STRING)
          .startsWith("anteroom: the sweep failed: ")
          .contains("No space left on device", "what has ended is kept: anteroom sweep --resume");
      assertThat(programs.rows("anteroom_batches")).isPositive();
      disk.grow(PLENTY);
      CommandLineRun resumed = resumed(out);
      assertThat(resumed.code()).as(resumed.err()).isZero();
      assertThat(table(out)).isEqualTo(table(local));
      assertThat(worker.isAlive()).isTrue();
    }
    assertThat(programs.rows("anteroom_batches")).isZero();
  }

  @Test
  void aWorkerWhoseDiskIsFullIsNamed() throws IOException, InterruptedException {
    try (SmallDisk disk = SmallDisk.make(folder.resolve("disk"), 16)) {
      Process worker = workerWith(disk);
      Path out = folder.resolve("out");
      CommandLineRun failed =
          CommandLineRun.of(ClusterPrograms.sweep(2, out, "--cluster", programs.url()));
      assertThat(failed.code()).as(failed.err()).isEqualTo(ExitCode.FAULT);
      assertThat(failed.err().lines()).as(failed.err()).hasSize(1);
      assertThat(failed.err())
          .contains("the worker worker-1 could not run batch ", ": the disk is full", "kept")
          .doesNotContain("Exception");
      assertThat(CommandLineRun.of("cluster", "--cluster", programs.url()).out())
          .contains("failed: ", "the disk is full");
      disk.grow(PLENTY);
      CommandLineRun resumed = resumed(out);
      assertThat(resumed.code()).as(resumed.err()).isZero();
      assertThat(worker.isAlive()).isTrue();
    }
  }

  /** A worker that works on that disk. */
  private Process workerWith(SmallDisk disk) throws IOException {
    List<String> command =
        new ArrayList<>(ClusterPrograms.command(ClusterPrograms.workerWords(1, programs.url())));
    command.add(1, "-Djava.io.tmpdir=" + disk.folder());
    return programs.start(
        command, folder.resolve("log"), Map.of("PGPASSWORD", PostgresServer.PASSWORD));
  }
}
