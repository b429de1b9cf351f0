package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of others, which are not committed: {@code -Danteroom.samples=DIR} names their folder. Each
 * is fitted, and what that writes is planned, without an edit between. The one with pairs is in
 * {@link PairedFitTest}.
 */
@EnabledIfSystemProperty(named = "anteroom.samples", matches = ".+")
class RealSamplesTest {
  private static final Path SAMPLES = Path.of(System.getProperty("anteroom.samples", "."));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "jmeter.jtl, jtl",
    "k6.csv, k6-csv",
    "nginx.log, access-log",
    "vegeta.csv, vegeta-csv",
    "otlp.json, otlp-json",
    "jHiccup-2.0.7S.logV2.hlog, hlog",
  })
  void eachIsFittedAndPlanned(String name, String format) throws IOException {
    assertThat(fit(SAMPLES.resolve(name)).out()).contains("(" + format + ")");
    assertThat(rooms(plan("wait.p95 < 100ms"))).isPositive();
  }

  /** The file of k6 has the first 1,500 requests of the one of JMeter, in whole seconds. */
  @Test
  void wholeSecondsPlanWhatTheSameDataPlanWithExactStamps() throws IOException {
    fit(SAMPLES.resolve("k6.csv"));
    int coarse = rooms(plan("wait.p99 < 20ms"));
    List<String> lines =
        Files.readAllLines(SAMPLES.resolve("jmeter.jtl")).stream().limit(1501).toList();
    fit(Files.write(folder.resolve("exact.jtl"), lines));
    assertThat(coarse).isCloseTo(rooms(plan("wait.p99 < 20ms")), within(1));
  }

  private CommandLineRun fit(Path file) {
    CommandLineRun run =
        CommandLineRun.of(
            "fit", file.toString(), "--quiet", "--out", folder.resolve("out").toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return run;
  }

  /** Of what was fitted last. */
  private CommandLineRun plan(String objective) throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("out"))) {
      Optional<Path> last = folders.max(Path::compareTo);
      CommandLineRun run =
          CommandLineRun.of(
              "plan",
              last.orElseThrow().toString(),
              "--slo",
              objective,
              "--replications",
              "5",
              "--quiet");
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
      return run;
    }
  }

  private static int rooms(CommandLineRun plan) {
    return Integer.parseInt(plan.out().substring(0, plan.out().indexOf(' ')));
  }
}
