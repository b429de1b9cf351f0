package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exported sweeps by the schedulers that they are for, where these are installed. The profile
 * {@code schedulers} has 50 cells.
 */
class ExportedJobsTest {
  private static final int CELLS = Integer.getInteger("anteroom.exportedCells", 3);
  private static final long MOST_MINUTES = 10;

  @TempDir private Path folder;

  @Test
  void slurmRunsAnExportedSweep() throws IOException, InterruptedException {
    requirePrograms("slurmctld", "slurmd", "munged", "sbatch");
    Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "Slurm needs root");
    Path results = exported("slurm");
    run(
        "sh",
        "src/test/resources/io/anteroom/cli/with-slurm.sh",
        Files.createDirectory(folder.resolve("slurm")).toString(),
        Integer.toString(Runtime.getRuntime().availableProcessors()),
        "sbatch",
        "--wait",
        results.resolve("job.slurm").toString());
    assertGathered(results);
  }

  @Test
  void gnuParallelRunsAnExportedSweep() throws IOException, InterruptedException {
    requirePrograms("parallel");
    Path results = exported("parallel");
    run("sh", results.resolve("job.sh").toString());
    assertGathered(results);
  }

  private static void requirePrograms(String... programs) {
    for (String program : programs) {
      boolean found =
          Stream.concat(
                  Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)),
                  Stream.of("/usr/sbin"))
              .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
      if (!found) {
        System.err.println("NOT TESTED: " + program + " is not installed");
        Assumptions.abort("no " + program);
      }
    }
  }

  private static List<String> sweep(Path out) {
    List<String> words =
        new ArrayList<>(
            List.of("sweep", "--clock", "simulated", "--persons", "50", "--replications", "3"));
    words.addAll(List.of("--hold", "exponential:5ms", "--grid", "rooms=1.." + CELLS + "+1"));
    words.addAll(List.of("--quiet", "--out", out.toString()));
    return words;
  }

  private Path exported(String scheduler) throws IOException {
    Path out = folder.resolve("exported");
    List<String> words = sweep(out);
    words.addAll(List.of("--export", scheduler));
    CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return ClusterPrograms.only(out);
  }

  /** Runs a program that calls Anteroom by the variable that exported jobs look at. */
  private void run(String... words) throws IOException, InterruptedException {
    Path launcher = folder.resolve("anteroom");
    Files.writeString(
        launcher, "#!/bin/sh\nexec " + String.join(" ", ClusterPrograms.command()) + " \"$@\"\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("ANTEROOM", launcher.toString());
    builder.environment().merge("PATH", ":/usr/sbin", String::concat);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    } finally {
      process.destroy();
    }
  }

  /** The table is the same as that of a sweep that ran here, and the job's logs are there. */
  private void assertGathered(Path results) throws IOException {
    try (Stream<Path> cells = Files.list(results.resolve("cells"))) {
      assertThat(cells.filter(cell -> Files.exists(cell.resolve("cell.json")))).hasSize(CELLS);
    }
    CommandLineRun gathered = CommandLineRun.of("sweep", "--resume", results.toString(), "--quiet");
    assertThat(gathered.code()).as(gathered.err()).isZero();
    Path local = folder.resolve("local");
    assertThat(CommandLineRun.of(sweep(local).toArray(String[]::new)).code()).isZero();
    assertThat(Files.readString(results.resolve("cells.csv")))
        .isEqualTo(Files.readString(ClusterPrograms.only(local).resolve("cells.csv")));
  }
}
