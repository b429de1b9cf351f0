package io.anteroom.observe.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.threads.JvmThreads;
import io.anteroom.modes.clock.WallClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A JVM that works as hard as it can, with 10,000 virtual threads, is accused of nothing. */
@Tag("every-jdk")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HealthyProgramTest {
  private static final int TRIES = 20;
  private static final int AT_ONCE = 10;
  private static final int LOOKS = 4;

  @TempDir private Path temporary;

  static List<Path> jdks() {
    return WatchedProcess.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void isNotAccused(Path jdk) throws Exception {
    try (WatchedProcess process = WatchedProcess.hanging(jdk, "busy", temporary);
        Attachment attachment = Attachment.open(Long.parseLong(process.pid()));
        ExecutorService tries = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<ThreadsNow>> all = new ArrayList<>();
      for (int i = 0; i < TRIES; i++) {
        all.add(tries.submit(() -> look(attachment)));
      }
      for (Future<ThreadsNow> one : all) {
        ThreadsNow now = one.get();
        assertThat(now.gaps()).isEmpty();
        assertThat(now.findings()).isEmpty();
        assertThat(now.held()).isEmpty();
        assertThat(now.carriers()).isEqualTo(2);
      }
    }
  }

  private static ThreadsNow look(Attachment attachment) throws Exception {
    WallClock clock = new WallClock();
    JvmThreads threads = JvmThreads.of(attachment.beans());
    ThreadSampler looks =
        new ThreadSampler(
            threads,
            new TargetDumps(threads, attachment.target(), attachment.temporaryFolder()),
            DumpChoice.AUTO,
            clock);
    for (int i = 0; i < LOOKS; i++) {
      looks.lookNowAndThen();
      clock.sleepNanos(1_000_000_000);
    }
    return looks.finish();
  }
}
