package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep that is killed again and again at random moments ends as one that nobody disturbed. Here
 * it is small; {@code -Danteroom.sweepCells=500 -Danteroom.sweepKills=20} makes it a long one.
 */
@Timeout(1_800)
class KilledSweepTest {
  private static final int CELLS = Integer.getInteger("anteroom.sweepCells", 60);
  private static final int KILLS = Integer.getInteger("anteroom.sweepKills", 3);
  private static final long SEED = 20_260;
  private static final long AFTER_A_START_MILLIS = 400;

  @TempDir private Path folder;

  @Test
  void endsAsIfNobodyHadDisturbedIt() throws IOException, InterruptedException {
    Path undisturbed = folder.resolve("undisturbed");
    long began = System.nanoTime();
    assertThat(begin(undisturbed, 1).waitFor()).as(log()).isZero();
    String expected = Files.readString(sweep(undisturbed).orElseThrow().resolve("cells.csv"));
    assertThat(expected.lines()).hasSize(CELLS + 1);

    // Two processors don't finish a whole sweep in half the time that one takes, cut into pieces.
    long pieceMillis = (System.nanoTime() - began) / 1_000_000 / KILLS / 2 + 1;
    Path disturbed = folder.resolve("disturbed");
    Random random = new Random(SEED);
    for (int kill = 1; kill <= KILLS; kill++) {
      Process process = go(disturbed, 2);
      long moment = AFTER_A_START_MILLIS + random.nextLong(pieceMillis);
      assertThat(process.waitFor(moment, TimeUnit.MILLISECONDS)).as(log()).isFalse();
      List<Path> before = finished(disturbed);
      process.destroyForcibly().waitFor();
      assertThat(finished(disturbed)).as("after kill " + kill).containsAll(before);
    }
    assertThat(go(disturbed, 2).waitFor()).as(log()).isZero();
    assertThat(sweep(disturbed).orElseThrow().resolve("cells.csv")).hasContent(expected);
  }

  private Process go(Path out, int processors) throws IOException {
    Optional<Path> begun = sweep(out);
    return begun.isEmpty()
        ? begin(out, processors)
        : start(processors, List.of("--resume", begun.get().toString()));
  }

  private Process begin(Path out, int processors) throws IOException {
    return start(
        processors,
        List.of(
            "--grid",
            "rooms=1.." + CELLS / 2 + "+1 mode=semaphore-fair,try-park",
            "--clock",
            "simulated",
            "--persons",
            "200",
            "--hold",
            "exponential:5ms",
            "--out",
            out.toString()));
  }

  private Process start(int processors, List<String> options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:ActiveProcessorCount=" + processors,
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sweep",
                "--quiet"));
    command.addAll(options);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private String log() throws IOException {
    Path log = folder.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** The sweep that was begun. */
  private static Optional<Path> sweep(Path out) throws IOException {
    if (!Files.isDirectory(out)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(out)) {
      return folders.filter(path -> !path.getFileName().toString().startsWith(".")).findFirst();
    }
  }

  private static List<Path> finished(Path out) throws IOException {
    Optional<Path> begun = sweep(out);
    if (begun.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> cells = Files.list(begun.get().resolve("cells"))) {
      return cells.filter(cell -> Files.exists(cell.resolve("cell.json"))).toList();
    }
  }
}
