package io.anteroom.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Persons on virtual threads, all let in at once, with nothing of the engine around them. */
final class VirtualPersons {
  private VirtualPersons() {}

  /** All that one person does. */
  @FunctionalInterface
  interface Life {
    void live() throws Exception;
  }

  /**
   * Processor time of this process, a visit of the work, in nanoseconds, until all have gone.
   *
   * @param life of each of the work's persons
   * @throws IllegalStateException if the life of one fails
   */
  static double cpuNanosPerVisit(Work work, Life life) throws InterruptedException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    CountDownLatch gone = new CountDownLatch(work.persons());
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    long before = system.getProcessCpuTime();
    for (int person = 0; person < work.persons(); person++) {
      Thread unused = Thread.startVirtualThread(() -> live(life, failure, gone));
    }
    gone.await();
    double cpuNanos = system.getProcessCpuTime() - before;
    if (failure.get() != null) {
      throw new IllegalStateException(failure.get());
    }
    return cpuNanos / work.allVisits();
  }

  private static void live(
      Life life, AtomicReference<@Nullable Exception> failure, CountDownLatch gone) {
    try {
      life.live();
    } catch (Exception fault) {
      failure.set(fault);
    } finally {
      gone.countDown();
    }
  }
}
