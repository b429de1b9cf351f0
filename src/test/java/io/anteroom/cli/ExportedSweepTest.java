package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Sweeps that a scheduler runs, cell by cell. */
class ExportedSweepTest {
  @TempDir private Path out;

  private CommandLineRun sweep(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "sweep",
                "--clock",
                "simulated",
                "--persons",
                "50",
                "--replications",
                "3",
                "--hold",
                "exponential:5ms",
                "--grid",
                "rooms=1,2",
                "--expect",
                "wait.p50 < 1us",
                "--out",
                out.toString()));
    words.addAll(List.of(more));
    return CommandLineRun.of(words.toArray(String[]::new));
  }

  private Path only() throws IOException {
    try (Stream<Path> folders = Files.list(out)) {
      return folders.toList().getFirst();
    }
  }

  @Test
  void cellsThatRunOneByOneAreGatheredAsIfTheSweepHadRunThem() throws IOException {
    CommandLineRun exported = sweep("--export", "parallel");
    assertThat(exported.code()).as(exported.err()).isZero();
    Path folder = only();
    assertThat(exported.out())
        .contains("2 cells in " + folder, "sh " + folder.resolve("job.sh"), "--resume " + folder);
    assertThat(folder.resolve("job.sh"))
        .content()
        .contains("seq 1 2", "cell \"'" + folder.toAbsolutePath() + "'\" {}", "--jobs 100%");

    CommandLineRun second = CommandLineRun.of("cell", folder.toString(), "2", "--quiet");
    assertThat(second.code()).as("an expectation that is not met is no failed job").isZero();
    assertThat(second.out()).isEqualTo("0002-rooms-2: completed\n");
    assertThat(CommandLineRun.of("cell", folder.toString(), "1", "--quiet").code()).isZero();
    assertThat(CommandLineRun.of("cell", folder.toString(), "1", "--quiet").out())
        .as("once more")
        .isEqualTo("0001-rooms-1: completed\n");

    CommandLineRun gathered = CommandLineRun.of("sweep", "--resume", folder.toString(), "--quiet");
    assertThat(gathered.code()).isEqualTo(ExitCode.EXPECTATION_NOT_MET);
    String table = Files.readString(folder.resolve("cells.csv"));
    Path elsewhere = out;
    out = Files.createDirectory(elsewhere.resolve("whole"));
    assertThat(sweep("--quiet").code()).isEqualTo(ExitCode.EXPECTATION_NOT_MET);
    assertThat(table).isEqualTo(Files.readString(only().resolve("cells.csv")));
  }

  @Test
  void gatheringDrawsTheMetricThatWasChosen() {
    assertThat(sweep("--export", "parallel", "--metric", "wait.mean").out())
        .contains("gather: anteroom sweep --resume ")
        .endsWith(" --metric 'wait.mean'\n");
  }

  /** A job runs from another folder than the one in which it was exported. */
  @Test
  void aJobCallsTheLauncherThatExportedIt() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    assertThat(Terminal.launcher("anteroom")).isEqualTo("anteroom");
    assertThat(Terminal.launcher("./anteroom")).isEqualTo(here.resolve("anteroom").toString());
    assertThat(Terminal.launcher("/a/b/../anteroom")).isEqualTo("/a/anteroom");
    assertThat(Terminal.launcher("/a b/anteroom")).isEqualTo("'/a b/anteroom'");
    sweep("--export", "parallel");
    assertThat(only().resolve("job.sh")).content().contains("anteroom=${ANTEROOM:-anteroom}\n");
  }

  @Test
  void anArrayJobOfSlurmHasATaskForEachCell() throws IOException {
    assertThat(sweep("--export", "slurm").out()).contains("sbatch --wait ");
    assertThat(only().resolve("job.slurm"))
        .content()
        .contains(
            "#SBATCH --array=1-2\n", "\"$SLURM_ARRAY_TASK_ID\"", "#SBATCH --cpus-per-task=1\n");
  }

  @Test
  void aJobOfKubernetesHasAnIndexForEachCell() throws IOException {
    assertThat(sweep("--export", "kubernetes").out()).contains("kubectl apply -f ");
    Object job =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(only().resolve("job.yaml")));
    assertThat(job)
        .extracting("kind", "apiVersion", "spec.completionMode", "spec.completions")
        .containsExactly("Job", "batch/v1", "Indexed", 2);
    assertThat(((Map<?, ?>) job).get("metadata")).isEqualTo(Map.of("name", "anteroom-unnamed"));
  }

  /** The classes of this client are made from the schema that Kubernetes publishes. */
  @ParameterizedTest
  @ValueSource(strings = {"simulated", "wall"})
  void aJobOfKubernetesKeepsToThePublishedSchema(String clock) throws IOException {
    assertThat(sweep("--export", "kubernetes", "--clock", clock).code()).isZero();
    String text = Files.readString(only().resolve("job.yaml"));
    V1Job.validateJsonElement(json(text));
    assertThatThrownBy(() -> V1Job.validateJsonElement(json(text.replace("image:", "picture:"))))
        .hasMessageContaining("picture");
  }

  private static JsonElement json(String yaml) {
    return new Gson().toJsonTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }

  @Test
  void wrongWordsAreRefusedInOneLine() throws IOException {
    CommandLineRun unknown = sweep("--export", "condor");
    unknown.assertRefused();
    assertThat(unknown.err()).contains("allowed: slurm, kubernetes, parallel");
    assertThat(out).isEmptyDirectory();
    sweep("--export", "condor", "--dry-run").assertRefused();
    CommandLineRun both = sweep("--export", "slurm", "--cluster", "jdbc:postgresql://x/y");
    both.assertRefused();
    assertThat(both.err()).contains("leave out --cluster");
    CommandLineRun noSweep = CommandLineRun.of("cell", out.toString(), "1");
    noSweep.assertRefused();
    assertThat(sweep("--export", "slurm").code()).isZero();
    CommandLineRun third = CommandLineRun.of("cell", only().toString(), "3");
    third.assertRefused();
    assertThat(third.err()).contains("allowed: from 1 to 2");
  }
}
