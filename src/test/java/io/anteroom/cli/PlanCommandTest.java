package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
        List.of("--slo", "wait.p99 < 5ms", "--persons", "5"),
        List.of("--slo", "wait.p99 < 5ms", "no-such-file.yaml"));
  }

  @ParameterizedTest
  @MethodSource("badQuestions")
  void badQuestionsAreAnsweredInOneLine(List<String> options) {
    CommandLineRun run = plan(options);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("anteroom").endsWith("\n").hasSizeLessThan(400);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).doesNotContain("Exception", "\tat ");
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
    assertThat(run.out()).startsWith("8 rooms meet wait.p99 < 50ms with probability ");
    assertThat(run.err()).isEmpty();
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
    CommandLineRun run =
        CommandLineRun.of(
            "plan",
            "--arrivals",
            "poisson:50/s",
            "--hold",
            "fixed:10ms",
            "--slo",
            "wait.p90 < 10ms",
            "--verify",
            "--verify-duration",
            "1s",
            "--quiet");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("for real", "same visits", "verified ");
  }

  private static CommandLineRun plan(List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("plan"));
    arguments.addAll(LOAD);
    arguments.addAll(options);
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }
}
