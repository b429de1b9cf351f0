package io.anteroom.observe.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.clock.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a watch leaves the JVM that it has watched: as it was, however the watch ends. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LeftTargetTest {
  private static final Path THIS_JDK = Path.of(System.getProperty("java.home"));

  @TempDir private Path out;
  @TempDir private Path repository;
  private WatchedProcess process;

  @BeforeEach
  void start() throws IOException {
    process = WatchedProcess.start(THIS_JDK, "on", repository);
  }

  @AfterEach
  void end() {
    process.close();
  }

  private Watch watch() throws WatchException {
    long pid = Long.parseLong(process.pid());
    Clock calendar = Clock.systemUTC();
    return Watch.start(
        WatchPlan.of(pid, "pinning", DumpChoice.AUTO),
        RecordingPlace.prepare(out, pid, calendar),
        new WallClock(),
        calendar);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** Nothing of ours: neither a recording, nor a chunk of one, nor a file that is not complete. */
  private void assertLeft(List<String> itsOwn) throws IOException {
    assertThat(process.recordingNames()).isEqualTo(itsOwn);
    if (itsOwn.isEmpty()) {
      assertThat(files(repository)).isEmpty();
    }
    assertThat(files(out)).noneMatch(file -> file.getFileName().toString().startsWith("."));
  }

  @Test
  void whenTheTimeIsOver() throws Exception {
    try (Watch watch = watch()) {
      assertThat(process.recordingNames()).containsExactly("anteroom-watch RUNNING");
      WatchEnding ending = watch.await(Duration.ofMillis(100), () -> {});
      assertThat(ending).isEqualTo(WatchEnding.OVER);
      watch.finish(ending);
      assertThat(process.recordingNames()).isEmpty();
    }
    assertLeft(List.of());
    assertThat(files(out)).singleElement().asString().endsWith(".jfr");
  }

  @Test
  void whenItIsInterrupted() throws Exception {
    try (Watch watch = watch()) {
      watch.interrupt();
      WatchEnding ending = watch.await(null, () -> {});
      assertThat(ending).isEqualTo(WatchEnding.INTERRUPTED);
      watch.finish(ending);
    }
    assertLeft(List.of());
    assertThat(files(out)).singleElement().asString().endsWith(".jfr");
  }

  @Test
  void whenItEndsWithoutHavingBeenSummedUp() throws Exception {
    try (Watch watch = watch()) {
      assertThat(watch.elapsedNanos()).isPositive();
    }
    assertThat(process.recordingNames()).isEmpty();
    assertThat(files(repository)).isEmpty();
  }

  @Test
  void whatTheTargetItselfRecordsGoesOn() throws Exception {
    List<String> itsOwn = List.of("its-own RUNNING");
    process.recordItself();
    assertThat(process.recordingNames()).isEqualTo(itsOwn);

    try (Watch watch = watch()) {
      assertThat(process.recordingNames())
          .containsExactlyInAnyOrder("its-own RUNNING", "anteroom-watch RUNNING");
      watch.interrupt();
      watch.finish(watch.await(null, () -> {}));
    }
    assertLeft(itsOwn);

    try (Watch unfinished = watch()) {
      assertThat(unfinished.elapsedNanos()).isPositive();
    }
    assertThat(process.recordingNames()).isEqualTo(itsOwn);
  }

  @Test
  void oneWatchAfterTheOther() throws Exception {
    for (int time = 0; time < 2; time++) {
      try (Watch watch = watch()) {
        watch.interrupt();
        watch.finish(watch.await(null, () -> {}));
      }
      assertLeft(List.of());
    }
    assertThat(files(out)).hasSize(2);
  }

  /** Nothing runs that could stop the recording: the target does it by itself. */
  @Test
  void whenTheWatchIsKilled() throws Exception {
    Process killed =
        new ProcessBuilder(
                THIS_JDK.resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.anteroom.cli.Main",
                "watch",
                process.pid(),
                "--out",
                out.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (!process.recordingNames().contains("anteroom-watch RUNNING") && killed.isAlive()) {
        Thread.onSpinWait();
      }
    } finally {
      killed.destroyForcibly();
    }
    assertThat(killed.waitFor()).isEqualTo(137);
    while (!process.recordingNames().isEmpty()) {
      LockSupport.parkNanos(100_000_000);
    }
    assertThat(process.isAlive()).isTrue();
    assertThat(files(repository)).isEmpty();
  }
}
