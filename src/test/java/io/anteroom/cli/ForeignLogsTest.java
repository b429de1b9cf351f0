package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.FigureText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Logs of jHiccup in the older versions of the format, which no library writes any more: those with
 * which HdrHistogram tests its own reader (public domain, CC0), with the figures that it expects.
 */
class ForeignLogsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "1.01, 81, 61256, 1510998015, 1569718271",
    "1.1, 88, 65964, 1829765119, 1888485375",
  })
  void anOlderLogIsReadAsItsMakersReadIt(
      String version, int histograms, long count, long p999, long longest) throws IOException {
    Path log = log(version);
    CommandLineRun report = CommandLineRun.of("report", log.toString());
    assertThat(report.code()).as(report.err()).isEqualTo(ExitCode.DONE);
    assertThat(report.out())
        .contains(histograms + " histograms", FigureText.count(count))
        .contains(FigureText.duration((double) p999), FigureText.duration((double) longest));

    CommandLineRun fit = fit(log);
    assertThat(fit.code()).as(fit.err()).isEqualTo(ExitCode.DONE);
    assertThat(fit.out()).contains("(hlog)", FigureText.count(count) + " requests");
    assertThat(plan()).containsPattern("^\\d+ rooms meet");
  }

  /** The log has each histogram twice: once without a tag, once with the tag A. */
  @Test
  void aTaggedLogIsToldApart() throws IOException {
    Path log = log("1.2");
    assertThat(CommandLineRun.of("report", log.toString()).out())
        .contains("42 histograms")
        .containsPattern("\\(no tag\\) +16,145 ")
        .containsPattern("A +16,145 ");
    assertThat(fit(log).out()).contains("16,145 requests", "of its tags");
  }

  /** Of what was fitted, without an edit between. */
  private String plan() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("out"))) {
      String written = folders.findFirst().orElseThrow().toString();
      return CommandLineRun.of(
              "plan", written, "--slo", "wait.p95 < 1s", "--replications", "2", "--quiet")
          .out();
    }
  }

  private CommandLineRun fit(Path log) {
    return CommandLineRun.of(
        "fit", log.toString(), "--quiet", "--out", folder.resolve("out").toString());
  }

  private Path log(String version) throws IOException {
    String name = "jHiccup-" + version + ".hlog";
    Path file = folder.resolve(name);
    try (InputStream in = ForeignLogsTest.class.getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(in, name), file);
    }
    return file;
  }
}
