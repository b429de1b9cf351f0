package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.observe.watch.WatchResult;
import io.anteroom.observe.watch.WatchedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Recordings and thread dumps that others have made say what a watch would have said. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WatchedFilesTest {
  @TempDir private Path out;
  @TempDir private Path temporary;

  static List<Path> jdks() {
    return WatchedProcess.jdks();
  }

  private void jcmd(Path jdk, WatchedProcess process, Path output, String... words)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(jdk.resolve("bin/jcmd").toString(), process.pid()), Stream.of(words))
            .toList();
    Process jcmd =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(jcmd.waitFor()).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aRecordingHasThePinsThatTheWatchSaw(Path jdk) throws IOException {
    try (WatchedProcess process = WatchedProcess.start(jdk, "on", temporary)) {
      CommandLineRun watch =
          CommandLineRun.of(
              "watch", process.pid(), "--duration", "2s", "--json", "--out", out.toString());
      WatchResult seen = WatchResult.JSON.read(watch.out());
      String file = Objects.requireNonNull(seen.recording());
      CommandLineRun again =
          CommandLineRun.of(
              "watch",
              "--recording",
              file,
              "--json",
              "--expect",
              "pinning.count > 0",
              "--expect",
              "pinning.count < 1000000");
      WatchResult read = WatchResult.JSON.read(again.out());
      assertThat(read.seen().pinning()).isEqualTo(seen.seen().pinning());
      assertThat(read.seen().contention()).isEqualTo(seen.seen().contention());
      assertThat(read.session().target().feature()).isEqualTo(WatchedProcess.featureOf(jdk));
      assertThat(read.session().target().pid()).hasToString(process.pid());
      assertThat(read.session().watchedNanos()).isBetween(1_000_000_000L, 60_000_000_000L);
      assertThat(again.code()).isEqualTo(ExitCode.EXPECTATION_NOT_MET);
      assertThat(again.err().replaceAll("\\s+", " "))
          .contains("recorded for", "pinning.count > 0: met")
          .contains("who held a carrier when the recording ended is not in it");
    }
  }

  @Test
  void whatARecordingLeftOutIsSaid() throws IOException, InterruptedException {
    Path jdk = Path.of(System.getProperty("java.home"));
    Path file = out.resolve("made.jfr");
    try (WatchedProcess process = WatchedProcess.start(jdk, "on", temporary)) {
      jcmd(jdk, process, out.resolve("log"), "JFR.start", "name=its", "settings=default");
      CommandLineRun.of("watch", process.pid(), "--duration", "1s", "--out", out.toString());
      jcmd(jdk, process, out.resolve("log"), "JFR.stop", "name=its", "filename=" + file);
    }
    CommandLineRun run = CommandLineRun.of("watch", "--recording", file.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("the settings leave out jdk.VirtualThreadPinned below 20");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aThreadDumpSaysWhoWaitsWhere(Path jdk) throws IOException, InterruptedException {
    try (WatchedProcess process = WatchedProcess.hanging(jdk, "pool", temporary)) {
      Path log = out.resolve("log");
      Path json = out.resolve("threads.json");
      Path text = out.resolve("threads.txt");
      Path printed = out.resolve("printed.txt");
      jcmd(jdk, process, log, "Thread.dump_to_file", "-format=json", json.toString());
      jcmd(jdk, process, log, "Thread.dump_to_file", text.toString());
      jcmd(jdk, process, printed, "Thread.print");
      for (Path file : List.of(json, text)) {
        CommandLineRun run = CommandLineRun.of("watch", "--threads", file.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().replaceAll(" +", " "))
            .contains(
                "40 of them virtual",
                " 30 30 io.anteroom.observe.watch.HangingProgram.takeConnection",
                " 10 10 io.anteroom.observe.watch.HangingProgram.takeConnection",
                "Semaphore.acquireUninterruptibly");
      }
      CommandLineRun run = CommandLineRun.of("watch", "--threads", printed.toString());
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains("0 of them virtual", "HangingProgram.main");
    }
  }

  @Test
  void aDeadlockIsNamed() throws IOException {
    Path file = out.resolve("threads.txt");
    Files.writeString(
        file,
        """
        "one" #10 prio=5 cpu=1ms
           java.lang.Thread.State: BLOCKED (on object monitor)
        \tat a.B.c(B.java:1)
        \t- waiting to lock <0x2> (a a.Lock)
        \t- locked <0x1> (a a.Lock)
        "other" #11 prio=5 cpu=1ms
           java.lang.Thread.State: BLOCKED (on object monitor)
        \tat a.B.d(B.java:2)
        \t- waiting to lock <0x1> (a a.Lock)
        \t- locked <0x2> (a a.Lock)
        "third" #12 prio=5 cpu=1ms
           java.lang.Thread.State: BLOCKED (on object monitor)
        \tat a.B.d(B.java:2)
        \t- waiting to lock <0x1> (a a.Lock)
        """);
    CommandLineRun run = CommandLineRun.of("watch", "--threads", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.STUCK);
    assertThat(run.out())
        .contains(
            "✗ deadlock: each of these waits for a lock of the next: \"one\" #10, \"other\" #11")
        .contains("held by \"one\" #10")
        .doesNotContain("\"third\"");
  }

  @Test
  void filesThatAreSomethingElseAreRefused() throws IOException {
    Path file = Files.writeString(out.resolve("some.txt"), "hello");
    for (String option : List.of("--threads", "--recording")) {
      CommandLineRun.of("watch", option, file.toString()).assertRefused();
      CommandLineRun.of("watch", option, out.resolve("none").toString()).assertRefused();
      CommandLineRun.of("watch", "1", option, file.toString()).assertRefused();
    }
    CommandLineRun.of("watch").assertRefused();
  }

  @ParameterizedTest
  @CsvSource({
    "--threads, --expect, =threads.waiting<5",
    "--threads, --json, ''",
    "--threads, --duration, =10s",
    "--threads, --jfr, =full",
    "--threads, --out, =elsewhere",
    "--threads, --dump, =always",
    "--recording, --duration, =10s",
    "--recording, --jfr, =pinning",
    "--recording, --out, =results",
    "--recording, --dump, =auto"
  })
  void anOptionThatAFileDoesNotHeedIsRefused(String kind, String option, String value)
      throws IOException {
    Path file = Files.writeString(out.resolve("some.txt"), "hello");
    CommandLineRun run = CommandLineRun.of("watch", kind, file.toString(), option + value);
    run.assertRefused();
    assertThat(run.err())
        .contains(option + " does not go with " + kind + ", which allows ")
        .contains("--quiet, --no-color");
    assertThat(run.err().contains("--expect, --json")).isEqualTo(kind.equals("--recording"));
  }
}
