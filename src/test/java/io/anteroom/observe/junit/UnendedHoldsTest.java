package io.anteroom.observe.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.JvmClaim;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.AssertionFailedError;

/** Tests that end while virtual threads hold their carriers. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class UnendedHoldsTest {
  private static final List<Thread> THREADS = new ArrayList<>();
  private static CountDownLatch leave = new CountDownLatch(1);
  private static volatile boolean computing;

  @AfterEach
  void letThemGo() throws InterruptedException {
    computing = false;
    leave.countDown();
    for (Thread thread : THREADS) {
      thread.join();
    }
    THREADS.clear();
    leave = new CountDownLatch(1);
  }

  /** Starts one, and returns when it runs. */
  private static Thread start(String name, Pins.Deed deed) throws InterruptedException {
    CountDownLatch runs = new CountDownLatch(1);
    Thread thread =
        Thread.ofVirtual()
            .name(name)
            .start(
                () -> {
                  runs.countDown();
                  try {
                    deed.perform();
                  } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                  }
                });
    THREADS.add(thread);
    runs.await();
    return thread;
  }

  static final class Initialised {
    static {
      try {
        leave.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }

    static void touch() {}
  }

  static class InInitialiser {
    @Test
    @NoPinning
    void leavesOneInAnInitialiser() throws Exception {
      start("left", Initialised::touch);
    }
  }

  @Test
  void aHoldThatHasNotEndedFailsTheTestWithItsFrame() {
    assertThat(TestRun.of(InInitialiser.class).message("leavesOneInAnInitialiser"))
        .startsWith("@NoPinning on JDK " + Runtime.version().feature())
        .contains("virtual threads held their carriers once")
        .containsPattern(
            "Initialised\\.<clinit>:\\d+: still held by thread (\"left\" )?#\\d+, for \\d+\\.\\d{3}"
                + " ms or more");
  }

  static class InMonitor {
    @Test
    @NoPinning
    void leavesOneInAMonitor() throws Exception {
      start("left", UnendedHoldsTest::waitInMonitor);
    }
  }

  private static void waitInMonitor() {
    synchronized (new Object()) {
      try {
        leave.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  @Test
  @JvmClaim(to = 23)
  void beforeJdk24AMonitorHoldsTheCarrier() {
    assertThat(TestRun.of(InMonitor.class).message("leavesOneInAMonitor"))
        .contains("UnendedHoldsTest.waitInMonitor:", "still held by thread \"left\" #");
  }

  @Test
  @JvmClaim(from = 24)
  void fromJdk24OnAMonitorDoesNot() {
    assertThat(TestRun.of(InMonitor.class).allPassed()).isTrue();
  }

  static class InPipe {
    private static Path pipe = Path.of("not there yet");

    @Test
    @NoPinning
    void leavesOneAtAPipe() throws Exception {
      start("reader", InPipe::read);
    }

    static void read() throws Exception {
      Files.readAllBytes(pipe);
    }
  }

  /** No event tells of it, on any JDK. */
  @Test
  @JvmClaim
  void aHoldThatNoEventTellsOfIsSeenToo() throws Exception {
    Path folder = Files.createTempDirectory("anteroom-pipe");
    InPipe.pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", InPipe.pipe.toString()).start().waitFor()).isZero();
    try {
      assertThat(TestRun.of(InPipe.class).message("leavesOneAtAPipe"))
          .contains("UnendedHoldsTest$InPipe.read:", "still held by thread ");
    } finally {
      Files.write(InPipe.pipe, new byte[0]);
      letThemGo();
      Files.delete(InPipe.pipe);
      Files.delete(folder);
    }
  }

  static class Innocent {
    @Test
    @NoPinning
    void leavesOneParkedAndOneComputing() throws Exception {
      start("parked", () -> leave.await());
      start("computing", UnendedHoldsTest::compute);
    }
  }

  private static void compute() {
    while (computing) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whoParksOrComputesHoldsNothing() {
    computing = true;
    assertThat(TestRun.of(Innocent.class).allPassed()).isTrue();
  }

  static final class InitialisedForAWhile {
    static {
      try {
        leave.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }

    static void touch() {}
  }

  static class TimesOut {
    @Test
    @NoPinning
    @Timeout(value = 1, unit = TimeUnit.SECONDS)
    void waitsForAHolder() throws Exception {
      start("holder", InitialisedForAWhile::touch).join();
    }
  }

  @Test
  void aTestThatTimesOutSaysWhoHoldsTheCarriers() {
    Throwable failure = TestRun.of(TimesOut.class).failure("waitsForAHolder");
    assertThat(failure)
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining("timed out after 1 second; 1 of ")
        .hasMessageContaining("InitialisedForAWhile.<clinit>:")
        .hasMessageContaining("still held by thread ");
    assertThat(failure.getSuppressed())
        .anySatisfy(ours -> assertThat(ours).isInstanceOf(AssertionFailedError.class));
  }

  static class TimesOutIdle {
    @Test
    @NoPinning
    @Timeout(value = 200, unit = TimeUnit.MILLISECONDS)
    void waitsForNobody() throws Exception {
      leave.await();
    }
  }

  @Test
  void aTestThatTimesOutSaysThatNobodyHoldsACarrier() {
    assertThat(TestRun.of(TimesOutIdle.class).message("waitsForNobody"))
        .contains("timed out after 200 milliseconds; no carriers are held");
  }
}
