package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.anteroom.observe.watch.ThreadsNow;
import io.anteroom.observe.watch.ThreadsNow.Finding;
import io.anteroom.observe.watch.WatchResult;
import io.anteroom.observe.watch.WatchedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that hang are found by watching them for four seconds, on the JDKs on which they do. */
@Tag("every-jdk")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WatchedHangTest {
  private static final int MONITORS_UNMOUNT = 24;

  @TempDir private Path out;
  @TempDir private Path temporary;

  static Stream<Path> jdks() {
    return WatchedProcess.jdks().stream();
  }

  static Stream<Arguments> hangs() {
    return jdks()
        .flatMap(
            jdk ->
                WatchedProcess.featureOf(jdk) < MONITORS_UNMOUNT
                    ? Stream.of(
                        arguments(
                            jdk,
                            "queue",
                            "takeLock",
                            "all 2 carriers have been held for",
                            "carriers.heldLongest > 1s"),
                        arguments(
                            jdk,
                            "notify",
                            "awaitNotice",
                            "carriers have been held for",
                            "carriers.held > 2"),
                        arguments(
                            jdk,
                            "pool",
                            "takeConnection",
                            "40 threads wait in",
                            "threads.waiting > 40"))
                    : Stream.of(
                        arguments(
                            jdk,
                            "yield",
                            "tryAgain",
                            "all 2 carriers are busy",
                            "carriers.busy == 2"),
                        arguments(
                            jdk,
                            "pool",
                            "takeConnection",
                            "40 threads wait in",
                            "threads.waiting > 40")));
  }

  private CommandLineRun watch(WatchedProcess process, String... expectation) {
    String[] rest = {"--duration", "4s", "--json", "--out", out.toString()};
    return CommandLineRun.of(
        Stream.of(Stream.of("watch", process.pid()), Stream.of(rest), Stream.of(expectation))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private static ThreadsNow now(CommandLineRun run) {
    return Objects.requireNonNull(WatchResult.JSON.read(run.out()).seen().now());
  }

  @ParameterizedTest
  @MethodSource("hangs")
  void aHangIsFoundAndNamed(Path jdk, String way, String method, String sentence, String metric)
      throws IOException {
    try (WatchedProcess process = WatchedProcess.hanging(jdk, way, temporary)) {
      CommandLineRun run = watch(process, "--expect", "pinning.count == 0", "--expect", metric);
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.STUCK);
      ThreadsNow now = now(run);
      Finding first = now.findings().getFirst();
      assertThat(first.hang()).isTrue();
      assertThat(first.frame()).contains("HangingProgram." + method);
      assertThat(first.sentence()).contains(sentence);
      assertThat(run.err().replaceAll("\\s+", " "))
          .contains("✗ ", sentence, "pinning.count == 0: cannot be judged", metric + ": met");
      assertThat(process.isAlive()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aProgramThatHasNothingToDoIsNotAccused(Path jdk) throws IOException {
    try (WatchedProcess process = WatchedProcess.hanging(jdk, "idle", temporary)) {
      CommandLineRun run = watch(process, "--expect", "pinning.count == 0");
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
      assertThat(now(run).findings()).isEmpty();
      assertThat(Objects.requireNonNull(now(run).waiting()).threads()).isGreaterThan(9);
    }
  }
}
