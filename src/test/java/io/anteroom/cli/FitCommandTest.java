package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitCommandTest {
  @TempDir private Path folder;

  @Test
  void whatItWritesIsPlannedWithoutAnEdit() throws IOException {
    Path file = table("start_s,duration_ms", 500);
    CommandLineRun run = fit(file);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    CommandLineRun plan =
        CommandLineRun.of(
            "plan",
            written().toString(),
            "--slo",
            "response.p90 < 500ms",
            "--replications",
            "3",
            "--quiet");
    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
    assertThat(plan.out()).contains("meet");
  }

  @Test
  void unusableLinesAreCountedAndShown() throws IOException {
    Path file = table("start,duration", 50);
    String text = Files.readString(file);
    Files.writeString(file, text + "oops,1\n1.5\n7,-3\nlater,2\n");
    CommandLineRun run = fit(file);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("50 requests", "2 lines: not a time; first in requests.csv, line 52: oops,1")
        .contains("1 line: too few columns", "1 line: a duration below 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\n", "start,duration\n", "start,duration\nx,y\n", "a,b\nc,d\n"})
  void aFileWithNothingUsableIsOneLine(String content) throws IOException {
    fit(Files.writeString(folder.resolve("bad.csv"), content)).assertRefused();
    assertThat(folder.resolve("out"))
        .satisfiesAnyOf(
            out -> assertThat(out).doesNotExist(), out -> assertThat(out).isEmptyDirectory());
  }

  @Test
  void wrongOptionsAreOneLine() throws IOException {
    Path file = table("start,duration", 5);
    fit(file, "--format", "xml").assertRefused();
    fit(file, "--start", "nowhere").assertRefused();
    fit(file, "--unit", "parsec").assertRefused();
    fit(file, "--label", "(").assertRefused();
    fit(file, "--label", "GET").assertRefused();
    fit(file, "--stamp", "middle").assertRefused();
    fit(file, "--duration-expr", "3*4*5").assertRefused();
    fit(file, "--duration-expr", "1ms*nowhere").assertRefused();
    fit(folder.resolve("missing.csv")).assertRefused();
    fit(folder).assertRefused();
  }

  /** The mean is exact: 0.3 ms times 100 and 20 ms times 2. */
  @Test
  void durationsAreComputedFromColumns() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tokens.csv"),
            "TIMESTAMP,In,Out\n2026-11-16 18:17:03.97,100,2\n2026-11-16 18:17:04.97,100,2\n");
    CommandLineRun run = fit(file, "--duration-expr", "0.3ms*In + 20ms*Out");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("mean 70.0ms");
  }

  private Path table(String header, int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder text = new StringBuilder(header).append('\n');
    double time = 0;
    for (int i = 0; i < rows; i++) {
      time -= Math.log(random.nextDouble()) / 100;
      text.append(
          String.format(Locale.ROOT, "%.6f,%.4f%n", time, -20 * Math.log(random.nextDouble())));
    }
    return Files.writeString(folder.resolve("requests.csv"), text);
  }

  private CommandLineRun fit(Path file, String... options) {
    List<String> arguments = new ArrayList<>(List.of("fit", file.toString(), "--quiet"));
    arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    arguments.addAll(List.of(options));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private Path written() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("out"))) {
      return folders.findFirst().orElseThrow();
    }
  }
}
