package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Outcome;
import io.anteroom.result.RunResult;
import io.anteroom.result.store.StoredRun;
import io.anteroom.statistics.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SimulateCommandTest {
  private static final String OPEN =
      "--arrivals poisson:300/s --hold exponential:20ms --rooms 8 --mode semaphore-fair";

  /** So that rounding to a limit's text does not cross the end of an interval. */
  private static final double SLIGHTLY = 1e-3;

  @TempDir private Path out;

  private CommandLineRun run(String command, String arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--out", out.toString()));
    all.addAll(List.of(arguments.split(" ", -1)));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private Path folder() throws IOException {
    try (Stream<Path> folders = Files.list(out)) {
      return folders.findFirst().orElseThrow();
    }
  }

  @Test
  void printsIntervalsAndTheoryBesideTheFigures() throws IOException {
    CommandLineRun run = run("simulate", OPEN + " --visits 20000");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("±", "M/M/8, Erlang C", "20 replications", "all 7 passed");
    RunResult result = StoredRun.RESULT.read(folder().resolve("result.json"));
    assertThat(result.visits().completed()).isEqualTo(400_000);
    assertThat(Objects.requireNonNull(result.confidence()).replications()).isEqualTo(20);
    assertThat(Objects.requireNonNull(result.theory()).model()).isEqualTo("M/M/8");
    assertThat(result.cpu().nanos()).isNull();
    assertThat(folder().resolve("wait.hgrm")).isNotEmptyFile();
  }

  @Test
  void runOnTheSimulatedClockIsTheSame() {
    String arguments = OPEN + " --visits 2000 --json";
    RunResult simulated = StoredRun.RESULT.read(run("simulate", arguments).out());
    RunResult run = StoredRun.RESULT.read(run("run", arguments + " --clock simulated").out());
    assertThat(run).usingRecursiveComparison().ignoringFields("environment").isEqualTo(simulated);
  }

  @Test
  void theResultsFolderRunsAgainWithTheSameFigures() throws IOException {
    run("simulate", OPEN + " --visits 3000 --warmup auto --replications 5");
    RunResult before = StoredRun.RESULT.read(folder().resolve("result.json"));
    CommandLineRun again = run("run", folder().resolve("scenario.yaml") + " --json");
    assertThat(again.code()).as(again.err()).isZero();
    RunResult after = StoredRun.RESULT.read(again.out());
    assertThat(after.waits()).isEqualTo(before.waits());
    assertThat(after.confidence()).isEqualTo(before.confidence());
  }

  /** Chance may have put the figure on either side of a limit within its interval. */
  @ParameterizedTest
  @CsvSource({
    "wait.mean, <, mean, 3, objective not judged",
    "wait.mean, >, mean, 3, objective not judged",
    "wait.p99, <=, high, 0, objective met",
    "wait.p99, <, low, 3, objective missed",
    "utilisation, >, low, 0, objective met",
    "utilisation, <, mean, 3, objective not judged"
  })
  void anExpectationIsJudgedWhereTheIntervalIsBeyondItsLimit(
      String metric, String operator, String at, int code, String verdict) {
    String arguments = OPEN + " --visits 2000";
    RunResult result = StoredRun.RESULT.read(run("simulate", arguments + " --json").out());
    Estimate estimate =
        Objects.requireNonNull(Objects.requireNonNull(result.confidence()).metrics().get(metric));
    double limit =
        switch (at) {
          case "mean" -> estimate.mean();
          case "low" -> estimate.low() - SLIGHTLY * estimate.mean();
          default -> estimate.high() + SLIGHTLY * estimate.mean();
        };
    String expected =
        metric.equals("utilisation")
            ? String.format(Locale.ROOT, "%s%s%.5f%%", metric, operator, 100 * limit)
            : String.format(Locale.ROOT, "%s%s%.5fms", metric, operator, limit / 1e6);

    CommandLineRun run = run("simulate", arguments + " --expect " + expected);
    assertThat(run.code()).as(run.out()).isEqualTo(code);
    assertThat(run.out().replaceAll("\\s+", " ")).contains(verdict);
    if (at.equals("mean")) {
      assertThat(run.out().replaceAll("\\s+", " "))
          .contains("95% interval holds the limit", "Make more replications");
    }
  }

  @Test
  void precisionAddsReplications() {
    CommandLineRun run = precise(OPEN + " --visits 2000 --json", "wait.mean +-3%");
    RunResult result = StoredRun.RESULT.read(run.out());
    RunResult.Confidence confidence = Objects.requireNonNull(result.confidence());
    Estimate mean = Objects.requireNonNull(confidence.metrics().get("wait.mean"));
    assertThat(confidence.replications()).isGreaterThan(20);
    assertThat(confidence.precision()).isEqualTo("wait.mean +-3% met");
    assertThat((mean.high() - mean.low()) / 2).isLessThanOrEqualTo(0.03 * mean.mean());
    assertThat(Objects.requireNonNull(result.simulation()).seeds())
        .hasSize(confidence.replications())
        .doesNotHaveDuplicates();
  }

  private CommandLineRun precise(String arguments, String precision) {
    List<String> all = new ArrayList<>(List.of("simulate", "--out", out.toString()));
    all.addAll(List.of(arguments.split(" ", -1)));
    all.addAll(List.of("--precision", precision));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  @Test
  void tooMuchLoadIsSaturated() {
    CommandLineRun run = run("simulate", OPEN + " --rooms 5 --duration 30s --json");
    assertThat(run.code()).isEqualTo(6);
    assertThat(StoredRun.RESULT.read(run.out()).outcome()).isEqualTo(Outcome.SATURATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          simulate --mode try-spin                          | can't be simulated
          simulate --mode try-yield                         | scheduler's turns
          simulate --replications 1                         | from 2 to 10,000
          simulate --hold fixed:0s --duration 1s            | time would never pass
          simulate --transcript                             | --transcript
          run --clock simulated --transcript                | nobody speaks in simulated time
          run --order lifo --mode semaphore                 | set clock to simulated
          run --precision wait.p99+-2%                      | it belongs to simulated time
          simulate --precision wait.p99                     | "wait.p99 +-2%"
          simulate --precision wait.p99+-0%                 | more than 0%
          simulate --precision canary.p99+-2%               | no metric canary.p99 in simulated
          simulate --expect wait.p98.7.6<1ms                | wait.p98.7.6
          """)
  void badInputIsRefusedInOneLine(String arguments, String message) throws IOException {
    List<String> words = List.of(arguments.split(" ", -1));
    CommandLineRun run = run(words.getFirst(), String.join(" ", words.subList(1, words.size())));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
    try (Stream<Path> folders = Files.list(out)) {
      assertThat(folders).isEmpty();
    }
  }

  @Test
  void anExpectationThatIsNotMetIsExitCode3() {
    List<String> all = new ArrayList<>(List.of("simulate", "--out", out.toString()));
    all.addAll(List.of((OPEN + " --visits 2000").split(" ", -1)));
    all.addAll(List.of("--expect", "wait.p99 < 1ms"));
    CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("wait.p99 < 1ms: not met");
  }
}
