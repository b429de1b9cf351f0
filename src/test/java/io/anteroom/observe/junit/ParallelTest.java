package io.anteroom.observe.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that run in parallel: a marked one runs alone, for events do not tell their test. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ParallelTest {
  private static final Map<String, String> FOUR_AT_ONCE =
      Map.of(
          "junit.jupiter.execution.parallel.enabled", "true",
          "junit.jupiter.execution.parallel.mode.default", "concurrent",
          "junit.jupiter.execution.parallel.config.strategy", "fixed",
          "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

  private static final AtomicInteger RUNNING = new AtomicInteger();

  static class Unmarked {
    private static final CountDownLatch BOTH = new CountDownLatch(2);

    @Test
    void one() throws Exception {
      meetAndPin();
    }

    @Test
    void other() throws Exception {
      meetAndPin();
    }

    private static void meetAndPin() throws InterruptedException {
      RUNNING.incrementAndGet();
      BOTH.countDown();
      assertThat(BOTH.await(1, TimeUnit.MINUTES)).as("tests run in parallel").isTrue();
      Pins.parkInInitialiser();
      RUNNING.decrementAndGet();
    }
  }

  @NoPinning
  static class MarkedClass {
    @Test
    void one() throws Exception {
      runAlone();
    }

    @Test
    void other() throws Exception {
      runAlone();
    }
  }

  static class MarkedMethods {
    @Test
    @NoPinning
    void one() throws Exception {
      runAlone();
    }

    @Test
    @MaxPins(1)
    void other() throws Exception {
      Pins.parkInInitialiser();
      runAlone();
    }
  }

  private static void runAlone() throws InterruptedException {
    assertThat(RUNNING.incrementAndGet()).isEqualTo(1);
    Thread.sleep(Pins.BLOCK_MILLIS);
    assertThat(RUNNING.getAndDecrement()).isEqualTo(1);
  }

  @Test
  void markedTestsRunAlone() {
    TestRun run =
        TestRun.with(FOUR_AT_ONCE, MarkedClass.class, Unmarked.class, MarkedMethods.class);
    assertThat(run.passed()).isEqualTo(6);
    assertThat(run.failed()).isZero();
  }
}
