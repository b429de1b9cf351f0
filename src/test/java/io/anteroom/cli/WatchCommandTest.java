package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.observe.watch.WatchEnding;
import io.anteroom.observe.watch.WatchFigures;
import io.anteroom.observe.watch.WatchResult;
import io.anteroom.observe.watch.WatchedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Watches JVMs of this JDK and, where there is one, of another. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WatchCommandTest {
  private static final Path THIS_JDK = Path.of(System.getProperty("java.home"));
  private static final String INITIALISER = "PinningProgram$Slow.<clinit>";
  private static final String MONITOR = "PinningProgram.sleepInMonitor";

  private static final List<String> WRONG_OPTIONS =
      List.of(
          "--jfr off",
          "--jfr pining",
          "--jfr no-such-file.jfc",
          "--duration 0s",
          "--duration soon",
          "--expect wait.p99<5ms",
          "--expect pinning.count<5ms",
          "--expect pinning.max<5");

  @TempDir private Path out;
  @TempDir private Path temporary;

  static List<Path> jdks() {
    return WatchedProcess.jdks();
  }

  private CommandLineRun watch(String pid, String... options) {
    List<String> arguments =
        Stream.concat(Stream.of("watch", pid, "--out", out.toString()), Stream.of(options))
            .toList();
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private static long pins(WatchResult result, String frame) {
    return Objects.requireNonNull(result.seen().pinning()).sites().stream()
        .flatMap(place -> place.reasons().stream())
        .filter(reason -> reason.stack().stream().anyMatch(line -> line.contains(frame)))
        .mapToLong(WatchFigures.Reason::count)
        .sum();
  }

  private static long pinned(Path recording) throws IOException {
    return RecordingFile.readAllEvents(recording).stream()
        .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
        .count();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void seesWhatPinsInAnotherJvmAndLeavesItAsItWas(Path jdk) throws IOException {
    try (WatchedProcess process = WatchedProcess.start(jdk, "on", temporary)) {
      CommandLineRun run =
          watch(process.pid(), "--duration", "2s", "--json", "--expect", "pinning.count > 0");
      assertThat(run.code()).as(run.err()).isZero();
      WatchResult result = WatchResult.JSON.read(run.out());
      assertThat(result.ending()).isEqualTo(WatchEnding.OVER);
      assertThat(pins(result, INITIALISER)).isPositive();
      assertThat(Objects.requireNonNull(result.seen().contention()).count()).isPositive();
      assertThat(result.seen().virtualThreadsStarted()).isNull();
      assertThat(pinned(Path.of(Objects.requireNonNull(result.recording())))).isPositive();
      assertThat(run.err())
          .startsWith("attaching to process ")
          .contains("pinning", "contention", "not observable on JDK", "met");
      assertThat(process.recordings()).isZero();
    }
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .singleElement()
          .asString()
          .matches("\\d{8}-\\d{6}-watch-\\d+\\.jfr");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void synchronizedPinsBeforeJdk24Only(Path jdk) throws IOException {
    try (WatchedProcess process = WatchedProcess.start(jdk, "on", temporary)) {
      CommandLineRun run = watch(process.pid(), "--duration", "2s", "--jfr", "full", "--json");
      WatchResult result = WatchResult.JSON.read(run.out());
      assertThat(pins(result, INITIALISER)).isPositive();
      assertThat(Objects.requireNonNull(result.seen().virtualThreadsStarted())).isPositive();
      if (result.session().target().feature() < 24) {
        assertThat(pins(result, MONITOR)).isPositive();
        assertThat(result.contentionGaps()).isEmpty();
        assertThat(run.err()).contains("jdk.JavaMonitorNotify");
      } else {
        assertThat(pins(result, MONITOR)).isZero();
        assertThat(result.contentionGaps()).isNotEmpty();
        assertThat(run.err()).contains("not observable on JDK");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void keepsTheRecordingOfAProcessThatIsKilled(Path jdk) throws IOException {
    try (WatchedProcess process = WatchedProcess.start(jdk, "halt", temporary)) {
      CommandLineRun run = watch(process.pid(), "--json", "--expect", "pinning.max < 1000s");
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FAULT);
      WatchResult result = WatchResult.JSON.read(run.out());
      assertThat(result.ending()).isEqualTo(WatchEnding.TARGET_KILLED);
      assertThat(pins(result, INITIALISER)).isPositive();
      assertThat(pinned(Path.of(Objects.requireNonNull(result.recording())))).isPositive();
      assertThat(run.err()).contains("the process died", "cannot be judged");
    }
  }

  @Test
  void aProcessThatEndsInGoodOrderLeavesAWholeRecording() throws IOException {
    try (WatchedProcess process = WatchedProcess.start(THIS_JDK, "exit", temporary)) {
      CommandLineRun run = watch(process.pid(), "--json", "--expect", "pinning.count == 0");
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.EXPECTATION_NOT_MET);
      WatchResult result = WatchResult.JSON.read(run.out());
      assertThat(result.ending()).isEqualTo(WatchEnding.TARGET_ENDED);
      assertThat(pins(result, INITIALISER)).isGreaterThanOrEqualTo(50);
      assertThat(result.pinningGaps()).isEmpty();
      assertThat(run.err()).contains("until the process ended", "not met, it was");
    }
  }

  @Test
  void aTerminalShowsATableThatIsTakenAwayInTheEnd() throws IOException {
    try (WatchedProcess process = WatchedProcess.start(THIS_JDK, "exit", temporary)) {
      CommandLineRun run =
          CommandLineRun.of(
              new Terminal(true, 80, false, true), "watch", process.pid(), "--out", out.toString());
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.err()).contains("carriers held at", "A\r\u001b[J").endsWith("\u001b[J");
      assertThat(run.err().lines()).allMatch(line -> line.length() < 100);
      assertThat(run.out()).contains("pinning", "recording");
    }
  }

  @Test
  void aProcessThatIsNoJvmIsLeftAlone() throws IOException {
    Process sleep = new ProcessBuilder("sleep", "60").start();
    try {
      refuses("is not a JVM", Long.toString(sleep.pid()));
      assertThat(sleep.isAlive()).isTrue();
    } finally {
      sleep.destroyForcibly();
    }
  }

  @Test
  void aProcessThatIsNotThere() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("true").start();
    assertThat(ended.waitFor(30, TimeUnit.SECONDS)).isTrue();
    refuses("no process", Long.toString(ended.pid()));
  }

  @Test
  void itself() {
    refuses("is anteroom itself", Long.toString(ProcessHandle.current().pid()));
  }

  @Test
  void somethingThatIsNoProcessId() {
    refuses("abc", "abc");
  }

  @Test
  void wrongOptions() throws IOException {
    try (WatchedProcess process = WatchedProcess.start(THIS_JDK, "on", temporary)) {
      for (String options : WRONG_OPTIONS) {
        refuses("", process.pid(), options.split(" "));
      }
    }
  }

  private void refuses(String words, String pid, String... options) {
    CommandLineRun run = watch(pid, options);
    run.assertRefused();
    assertThat(run.err()).contains(words);
    assertThat(out).isEmptyDirectory();
  }
}
