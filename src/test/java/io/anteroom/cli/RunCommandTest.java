package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Outcome;
import io.anteroom.result.RunResult;
import io.anteroom.result.store.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunCommandTest {
  @TempDir private Path out;

  private CommandLineRun run(String arguments) {
    List<String> all = new ArrayList<>(List.of("run", "--out", out.toString()));
    all.addAll(List.of(arguments.split(" ")));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private Path folder() throws IOException {
    try (Stream<Path> folders = Files.list(out)) {
      return folders.findFirst().orElseThrow();
    }
  }

  @Test
  void printsTheSummaryAndLeavesTheResultsFolder() throws IOException {
    CommandLineRun run = run("--name first --persons 200 --rooms 8 --hold fixed:1ms");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("completed", "wait", "hold", "response", "p99.99");
    assertThat(folder().getFileName().toString()).matches("\\d{8}-\\d{6}-first");
    assertThat(folder().resolve("wait.hgrm")).isNotEmptyFile();
    assertThat(folder().resolve("histograms.hlog")).isNotEmptyFile();
    RunResult result = StoredRun.RESULT.read(folder().resolve("result.json"));
    assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(result.visits().completed()).isEqualTo(200);
  }

  @Test
  void theResultsFolderRunsAgainOnTheSameSchedule() throws IOException {
    run("--persons 20 --rooms 2 --hold exponential:100us --seed 7 --mode queue");
    Path first = folder();
    CommandLineRun again = run(first.resolve("scenario.yaml") + " --json");
    assertThat(again.code()).as(again.err()).isZero();
    RunResult before = StoredRun.RESULT.read(first.resolve("result.json"));
    RunResult after = StoredRun.RESULT.read(again.out());
    assertThat(after.scheduleChecksum()).isEqualTo(before.scheduleChecksum());
    assertThat(after.scenario()).isEqualTo(before.scenario());
  }

  @Test
  void jsonGoesToStandardOutputAndAllElseToStandardError() {
    CommandLineRun run = run("--persons 5 --json");
    assertThat(StoredRun.RESULT.read(run.out()).visits().completed()).isEqualTo(5);
    assertThat(run.err()).contains("completed");
  }

  @Test
  void anExpectationThatIsNotMetExitsWith3() {
    CommandLineRun run = run("--persons 5 --hold fixed:1ms --expect hold.mean<1us");
    assertThat(run.code()).isEqualTo(ExitCode.EXPECTATION_NOT_MET);
    assertThat(run.out()).contains("not met");
  }

  @Test
  void anExpectationThatIsMetExitsWith0() {
    CommandLineRun run = run("--persons 5 --hold fixed:1ms --expect hold.mean>=1ms");
    assertThat(run.code()).isZero();
  }

  @Test
  void aStuckRunExitsWith5AndKeepsTheThreads() throws IOException {
    CommandLineRun run =
        run("--mode try-spin --persons 10 --hold fixed:5ms --stuck-after 200ms --carriers 2");
    assertThat(run.code()).isEqualTo(ExitCode.STUCK);
    assertThat(run.out()).contains("stuck").contains("Starvation");
    assertThat(folder().resolve("threads.json")).isNotEmptyFile();
    assertThat(StoredRun.RESULT.read(folder().resolve("result.json")).outcome())
        .isEqualTo(Outcome.STUCK);
  }

  @Test
  void scaleKeepsTheProportionOfPersonsAndRooms() throws IOException {
    CommandLineRun run = run("scene-2-mutex --scale 20 --hold fixed:1ms --json");
    RunResult result = StoredRun.RESULT.read(run.out());
    assertThat(result.scenario()).containsEntry("persons", "20").containsEntry("rooms", "10");
    assertThat(result.visits().completed()).isEqualTo(20);
  }

  @Test
  void theTranscriptOfTheMutexTakesTurns() {
    CommandLineRun run = run("scene-2-mutex --hold fixed:20ms --transcript");
    assertThat(run.out().lines().filter(line -> line.startsWith("person ")).toList())
        .hasSize(4)
        .first()
        .asString()
        .endsWith("occupies meeting room 1");
    assertThat(run.out().lines().filter(line -> line.startsWith("person ")).toList().get(1))
        .endsWith("vacates meeting room 1");
  }

  @Test
  void theNonBlockingSceneDoesNotFlood() {
    CommandLineRun run = run("scene-5-non-blocking --hold fixed:100ms --transcript");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("lock is not free...").contains("more lines are not shown");
    assertThat(run.out().lines().count()).isLessThan(100);
  }

  @Test
  void theTimeoutSceneIsRefusedAboutNineTimes() {
    CommandLineRun run = run("scene-4-timeout --hold fixed:500ms --timeout 50ms --json");
    assertThat(StoredRun.RESULT.read(run.out()).visits().refusals()).isBetween(8L, 10L);
  }

  @Test
  void everyShippedScenarioIsListedAndValid() {
    CommandLineRun list = CommandLineRun.of("scenario");
    assertThat(list.code()).isZero();
    assertThat(list.out().lines()).allMatch(line -> line.length() <= 80);
    List<String> names =
        list.out()
            .lines()
            .filter(line -> !line.startsWith(" "))
            .map(line -> line.split(" ", 2)[0])
            .toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(7);
    names.forEach(name -> assertThat(CommandLineRun.of("scenario", name).code()).isZero());
  }

  @Test
  void helpNamesEveryKeyAndMetricsNameEveryMetric() {
    assertThat(CommandLineRun.of("run", "--help").out())
        .contains("--rooms", "--expect", "--transcript");
    String metrics = CommandLineRun.of("metrics").out();
    assertThat(metrics).contains("wait.", "fairness.jain", "Any percentile between 0 and 100");
    assertThat(metrics.lines()).allMatch(line -> line.length() <= 80);
    assertThat(CommandLineRun.of("scenario", "--schema").out()).contains("2020-12");
    assertThat(CommandLineRun.of("--version").out()).contains("anteroom");
    assertThat(CommandLineRun.of().out()).contains("run", "scenario", "metrics");
  }
}
