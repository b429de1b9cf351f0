package io.anteroom.measure.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.flight.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CarrierTrackerTest {
  private static final long SECOND = 1_000_000_000;

  private final CarrierTracker tracker = new CarrierTracker();
  private final List<DumpedThread> threads = new ArrayList<>();

  private static DumpedThread worker(long id, long cpuMillis) {
    return new DumpedThread(
        id,
        "ForkJoinPool-1-worker-" + id,
        false,
        null,
        List.of(),
        ThreadLocks.UNKNOWN,
        DumpedThread.NONE,
        cpuMillis * 1_000_000);
  }

  private static DumpedThread rider(long id, long carrier) {
    return new DumpedThread(
        id,
        "",
        true,
        null,
        List.of(new Frame("java.lang.Object", "wait", 1), new Frame("a.B", "c", 2)),
        ThreadLocks.UNKNOWN,
        carrier,
        DumpedThread.NONE);
  }

  private CarriersNow look(long seconds, DumpedThread... seen) {
    threads.clear();
    threads.addAll(List.of(seen));
    tracker.look(seconds * SECOND, new ThreadDump("", threads));
    return tracker.now();
  }

  @Test
  void oneLookHoldsNothingAgainstAnybody() {
    CarriersNow now = look(1, worker(1, 5), rider(9, 1), worker(2, 5));
    assertThat(now.carriers()).isEqualTo(2);
    assertThat(now.heldFor(0)).isEmpty();
    assertThat(now.busy()).isZero();
  }

  @Test
  void whoStaysWithoutProcessorTimeHoldsItsCarrier() {
    look(1, worker(1, 5), rider(9, 1));
    look(2, worker(1, 5), rider(9, 1));
    CarriersNow now = look(4, worker(1, 5), rider(9, 1));
    assertThat(now.heldFor(3 * SECOND)).singleElement().extracting("nanos").isEqualTo(3 * SECOND);
    assertThat(now.heldFor(4 * SECOND)).isEmpty();
    assertThat(now.heldFor(0).getFirst().cause()).hasToString("a.B.c:2");
    assertThat(now.busy()).isZero();
  }

  @Test
  void whoComputesIsBusyAndHoldsNothing() {
    look(1, worker(1, 5), rider(9, 1));
    CarriersNow now = look(2, worker(1, 900), rider(9, 1));
    assertThat(now.heldFor(0)).isEmpty();
    assertThat(now.computedFor(SECOND)).hasSize(1);
    assertThat(now.busy()).isEqualTo(1);
  }

  @Test
  void whoComputedHasNotHeldItsCarrierMeanwhile() {
    look(1, worker(1, 5), rider(9, 1));
    look(10, worker(1, 8_000), rider(9, 1));
    CarriersNow now = look(11, worker(1, 8_000), rider(9, 1));
    assertThat(now.heldFor(0)).singleElement().extracting("nanos").isEqualTo(SECOND);
    now = look(13, worker(1, 9_000), rider(9, 1));
    assertThat(now.heldFor(0)).isEmpty();
    assertThat(now.computedFor(0)).singleElement().extracting("nanos").isEqualTo(2 * SECOND);
  }

  @Test
  void anotherVirtualThreadBeginsAnew() {
    look(1, worker(1, 5), rider(9, 1));
    CarriersNow now = look(2, worker(1, 5), rider(10, 1));
    assertThat(now.heldFor(1)).isEmpty();
    look(3, worker(1, 5));
    assertThat(look(4, worker(1, 5), rider(10, 1)).heldFor(1)).isEmpty();
  }

  @Test
  void anIdleWorkerOfTheSameSchedulerIsACarrierToo() {
    DumpedThread other =
        new DumpedThread(
            3, "ForkJoinPool-2-worker-3", false, null, List.of(), ThreadLocks.UNKNOWN, -1, 0);
    assertThat(look(1, worker(1, 5), worker(2, 5), other).carriers()).isZero();
    assertThat(look(2, worker(1, 5), worker(2, 5), other, rider(9, 1)).carriers()).isEqualTo(2);
    assertThat(look(3, worker(1, 5), worker(2, 5), other).carriers()).isEqualTo(2);
  }

  /** A class initialiser holds its carrier on every JDK. */
  static final class Slow {
    static final CountDownLatch IN = new CountDownLatch(1);
    static final CountDownLatch GO = new CountDownLatch(1);

    private Slow() {}

    static final class Pinned {
      static final boolean DONE;

      static {
        IN.countDown();
        boolean done = false;
        try {
          done = GO.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        }
        DONE = done;
      }

      private Pinned() {}
    }
  }

  @Test
  @Timeout(60)
  void seesTheCarriersOfThisJvm() throws Exception {
    Thread thread =
        Thread.ofVirtual().name("pinned").start(() -> assertThat(Slow.Pinned.DONE).isTrue());
    try {
      Slow.IN.await();
      JvmThreads threadsOfThis = JvmThreads.ofThisJvm();
      CarriersNow now = tracker.now();
      long id = thread.threadId();
      while (now.heldFor(1).stream().noneMatch(held -> held.thread().id() == id)) {
        tracker.look(System.nanoTime(), threadsOfThis.print());
        now = tracker.now();
      }
      if (Runtime.version().feature() >= 23) {
        CarrierHeld held =
            now.heldFor(1).stream()
                .filter(one -> one.thread().id() == id)
                .findFirst()
                .orElseThrow();
        assertThat(held.cause().type()).endsWith("CarrierTrackerTest$Slow$Pinned");
      }
      assertThat(threadsOfThis.waitingForCarrier().isPresent())
          .isEqualTo(Runtime.version().feature() >= 24);
    } finally {
      Slow.GO.countDown();
      thread.join();
    }
  }
}
