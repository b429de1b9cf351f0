package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** How many carriers there are is what was asked for, as far as this JDK lets anybody choose. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@Timeout(60)
class CarriersTest {
  private static final int OF_TESTS = Integer.getInteger("jdk.virtualThreadScheduler.parallelism");

  @AfterEach
  void asBefore() {
    Carriers.use(OF_TESTS);
  }

  @Test
  void whatTheyAreAlreadyChangesNothing() {
    assertThat(Carriers.use(OF_TESTS)).isEqualTo(OF_TESTS);
  }

  /** Virtual threads that never wait run at the same time only on carriers of their own. */
  @Test
  @EnabledForJreRange(minVersion = 24)
  void asManyThreadsRunAtOnceAsWereAskedFor() throws InterruptedException {
    assertThat(Carriers.use(OF_TESTS + 1)).isEqualTo(OF_TESTS + 1);
    AtomicInteger spinning = new AtomicInteger(OF_TESTS + 1);
    List<Thread> threads = new ArrayList<>();
    for (int thread = 0; thread <= OF_TESTS; thread++) {
      threads.add(Thread.startVirtualThread(() -> spinUntilAllDo(spinning)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(spinning).hasValue(0);
  }

  private static void spinUntilAllDo(AtomicInteger missing) {
    missing.decrementAndGet();
    while (missing.get() > 0) {
      Thread.onSpinWait();
    }
  }

  /** The option was read when the first virtual thread was made. */
  @Test
  @EnabledForJreRange(max = JRE.JAVA_23)
  void olderJdksKeepTheNumberThatTheyBeganWith() {
    assertThat(Carriers.use(OF_TESTS + 1)).isEqualTo(OF_TESTS);
  }
}
