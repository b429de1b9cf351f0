package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {
  private static final List<String> LOAD =
      List.of("--arrivals", "poisson:300/s", "--hold", "exponential:20ms");

  static Stream<List<String>> badQuestions() {
    return Stream.of(
        List.of(),
        List.of("--slo", "wait.p99"),
        List.of("--slo", "wait.p99 < 5%"),
        List.of("--slo", "wait.p99 == 5ms"),
        List.of("--slo", "wait.p99 < 0ms"),
        List.of("--slo", "wait.max < 5ms"),
        List.of("--slo", "canary.p99 < 5ms"),
        List.of("--slo", "cpu.nanosPerVisit < 5ms"),
        List.of("--slo", "pinning.count < 5"),
        List.of("--slo", "fairness.jain > 0.5"),
        List.of("--slo", "refusals < 5"),
        List.of("--slo", "utilisation > 60%"),
        List.of("--slo", "wait.p99 < 5ms", "--patience", "fixed:1s"),
        List.of("--slo", "wait.p99 < 5ms", "--limit", "50"),
        List.of("--slo", "wait.p99 < 5ms", "--find", "happiness"),
        List.of("--slo", "wait.p99 < 5ms", "--find", "rate"),
        List.of("--slo", "wait.p99 < 5ms", "--find", "hold"),
        List.of("--slo", "wait.p99 < 5ms", "--html", "."),
        List.of("--slo", "wait.p99 < 5ms", "--html", "missing/plan.html"),
        List.of("--slo", "wait.p99 < 5ms", "--max-rooms", "0"),
        List.of("--slo", "wait.p99 < 5ms", "--max-rooms", "2000000"),
        List.of("--slo", "wait.p99 < 5ms", "--max-rooms", "some"),
        List.of("--slo", "wait.p99 < 5ms", "--cost-per-room", "-1"),
        List.of("--slo", "wait.p99 < 5ms", "--cost-per-room", "dear"),
        List.of(
            "--slo", "wait.p99 < 5ms", "--cost-per-room", "1", "--find", "rate", "--rooms", "5"),
        List.of("--slo", "wait.p99 < 5ms", "--verify-duration", "soon"),
        List.of("--slo", "wait.p99 < 5ms", "--verify-duration", "5ms"),
        List.of("--slo", "wait.p99 < 5ms", "--mode", "try-spin"),
        List.of("--slo", "wait.p99 < 5ms", "--rooms", "0"),
        List.of("--slo", "wait.p99 < 5ms", "--rooms", "4@0s,8@1h", "--find", "rate"),
        List.of("--slo", "wait.p99 < 5ms", "--persons", "5"),
        List.of("--slo", "wait.p99 < 5ms", "no-such-file.yaml"));
  }

  @ParameterizedTest
  @MethodSource("badQuestions")
  void badQuestionsAreAnsweredInOneLine(List<String> options) {
    CommandLineRun run = plan(options);
    run.assertRefused();
  }

  @Test
  void ratesOfClosedModelsCanNotBeLookedFor() {
    CommandLineRun run =
        CommandLineRun.of(
            "plan", "--find", "rate", "--rooms", "5", "--persons", "10", "--slo", "wait.p50 < 5ms");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--find rate: arrivals at-once have no rate");
  }

  @Test
  void sendsTheAnswerToStandardOutput() {
    CommandLineRun run = plan(List.of("--slo", "wait.p99 < 50ms", "--quiet"));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .startsWith(
            "8 rooms meet wait.p99 < 50ms by the exact formula (M/M/8, Erlang C): 35.8ms; ");
    assertThat(run.err()).isEmpty();
  }

  /** Its mean wait is that of the formula, and its percentiles need not be. */
  @ParameterizedTest
  @CsvSource({"hikaricp, true", "semaphore, true", "semaphore-fair, false"})
  void saysWhichModeIsOnlyModelledAsALine(String mode, boolean modelled) {
    for (String find : List.of("rooms", "rate")) {
      CommandLineRun run =
          plan(
              List.of(
                  "--slo",
                  "wait.p90 < 50ms",
                  "--mode",
                  mode,
                  "--find",
                  find,
                  "--rooms",
                  "8",
                  "--quiet"));
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
      assertThat(run.out().contains("\n? Mode " + mode + " lets newcomers barge; "))
          .as(run.out())
          .isEqualTo(modelled);
    }
  }

  @Test
  void withJsonStandardOutputHoldsNothingElse() {
    CommandLineRun run = plan(List.of("--slo", "wait.p99 < 50ms", "--json", "--quiet"));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).startsWith("{").contains("\"find\": \"rooms\"", "\"answer\": 8,");
    assertThat(run.err()).startsWith("8 rooms meet");
  }

  @Test
  void noAnswerIsExitCode3() {
    CommandLineRun run = plan(List.of("--slo", "response.p99 < 10ms", "--quiet"));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.EXPECTATION_NOT_MET);
    assertThat(run.out()).contains("no number of rooms meets response.p99 < 10ms");
  }

  @Test
  void runsTheAnswerForReal() {
    CommandLineRun run = verifiedBurst("wait.p80 < 1000s", "--quiet");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("for real", "same visits", "verified ")
        .doesNotContain("but for");
  }

  /** No thread enters a room within a nanosecond, but by the formula half of them do. */
  @Test
  void anAnswerThatFailsForRealIsExitCode3AndTheFirstLineSaysSo() {
    CommandLineRun run = verifiedBurst("wait.p50 < 1ns", "--json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.EXPECTATION_NOT_MET);
    assertThat(run.out())
        .contains(
            "\"outcome\": \"failed for real\"", "When the answer ran for real, wait.p50 was ");
    String first = run.err().substring(0, run.err().indexOf("at-once ·"));
    assertThat(first.replace('\n', ' '))
        .contains("30 rooms meet wait.p50 < 1ns by the exact formula ")
        .containsPattern(
            ": 0s, but for real (on this machine, which was late, )?they fail it: wait.p50 was ");
  }

  /** A burst is over when it is over: no machine is too slow for it. */
  private static CommandLineRun verifiedBurst(String slo, String option) {
    return CommandLineRun.of(
        "plan",
        "--arrivals",
        "at-once",
        "--persons",
        "60",
        "--hold",
        "fixed:1ms",
        "--slo",
        slo,
        "--verify",
        option);
  }

  /** The examples of issue 16, each of which had another answer once. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --limit 20 | turnedAway < 6% | 6 rooms meet turnedAway < 6% by the exact formula (M/M/6/20, M/M/c/K): 5.63%; 5 fail it: 17.3%.
          | throughput > 140/s | 3 rooms meet throughput > 140/s by the exact formula (all rooms are always taken): 150/s, but the line grows without end: the rooms cannot serve all who come; 2 fail it: 100/s.
          --arrivals poisson:10/s --hold lognormal:1s,cv=5 | utilisation < 76% | 14 rooms meet utilisation < 76% by the exact formula (the utilisation law): 71.4%; 13 fail it: 76.9%.
          --arrivals closed --persons 100 --visits 20 --think exponential:1s --hold exponential:100ms | throughput > 85/s | 9 rooms meet throughput > 85/s by the exact formula (M/M/9//100, M/M/c//N): 85.3/s; 8 fail it: 79.1/s.
          --arrivals poisson:0.11/h --hold exponential:200h | wait.p90 < 108000s | 28 rooms meet wait.p90 < 108000s by the exact formula (M/M/28, Erlang C)
          --arrivals poisson:0.11/h --hold exponential:200h | wait.p90 < 30h | 28 rooms meet wait.p90 < 30h by the exact formula (M/M/28, Erlang C)
          """)
  void theFirstLineHasTheExactAnswer(String options, String slo, String firstLine) {
    List<String> given = new ArrayList<>(List.of("--slo", slo, "--quiet"));
    String load = options == null ? "" : options;
    if (!load.contains("--hold")) {
      given.addAll(LOAD);
    }
    Stream.of(load.split(" ", -1)).filter(one -> !one.isEmpty()).forEach(given::add);
    given.addFirst("plan");
    CommandLineRun run = CommandLineRun.of(given.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    String text = run.out().replace('\n', ' ');
    assertThat(text).startsWith(firstLine);
  }

  @Test
  void aDayWithoutChanceHasNoProbability(@TempDir Path folder) throws IOException {
    StringBuilder day = new StringBuilder();
    for (int person = 0; person < 400; person++) {
      day.append("%dms,%dms%n".formatted(10 * person, 5 + 7 * (person % 11)));
    }
    Path trace = Files.writeString(folder.resolve("day.csv"), day);
    String arrivals = "trace:" + trace + ",keep-stamps";
    CommandLineRun run =
        CommandLineRun.of("plan", "--arrivals", arrivals, "--slo", "wait.p90 < 20ms", "--quiet");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines().findFirst().orElseThrow())
        .matches("\\d rooms meet wait\\.p90 < 20ms; \\d fails? it\\.");
    assertThat(run.out()).containsPattern("all replications\\s+alike").contains("bootstrap=5m");

    CommandLineRun simulated =
        CommandLineRun.of(
            "simulate",
            "--arrivals",
            arrivals,
            "--rooms",
            "4",
            "--mode",
            "semaphore-fair",
            "--quiet",
            "--out",
            folder.toString());
    assertThat(simulated.out()).contains("all alike").doesNotContain("half of a 95% interval");
  }

  /** Each begins quietly, and has more than 1,000 arrivals before the rush. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "stages:100/s*20s,400/s*20s",
        "stages:50/s*40s,200/s*20s,batch=2",
        "stages:100/s*20s,400/s*20s,even",
        "rates:FOLDER/rates.csv",
        "trace:FOLDER/times.csv",
      })
  void whatIsPlannedForLastsAsLongAsTheArrivals(String arrivals, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("rates.csv"), "0s,100/s%n20s,400/s%n40s,0/s%n".formatted());
    StringBuilder times = new StringBuilder();
    for (int person = 0; person < 6_000; person++) {
      times.append(person < 2_000 ? person * 20 : 40_000 + (person - 2_000) * 5).append("ms\n");
    }
    Files.writeString(folder.resolve("times.csv"), times);
    List<String> asked =
        List.of(
            "--arrivals",
            arrivals.replace("FOLDER", folder.toString()),
            "--hold",
            "exponential:20ms",
            "--replications",
            "4",
            "--slo",
            "wait.p90 < 20ms",
            "--quiet");
    List<String> bounded = new ArrayList<>(asked);
    bounded.addAll(List.of("--duration", "60s"));

    CommandLineRun unbounded = CommandLineRun.of(with("plan", asked));

    assertThat(unbounded.code()).as(unbounded.err()).isZero();
    assertThat(answer(unbounded)).isEqualTo(answer(CommandLineRun.of(with("plan", bounded))));
  }

  private static String answer(CommandLineRun run) {
    return run.out().substring(0, run.out().indexOf("arrivals "));
  }

  private static String[] with(String command, List<String> options) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(options);
    return arguments.toArray(String[]::new);
  }

  private static CommandLineRun plan(List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("plan"));
    arguments.addAll(LOAD);
    arguments.addAll(options);
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }
}
