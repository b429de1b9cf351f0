package io.anteroom.bench;

import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Recorder;

/**
 * The floor: what the engine does for a visit in mode {@code semaphore}, written by hand with no
 * abstraction. As many virtual threads, as many permits, the same two clock reads and the same four
 * histogram records a visit, and one clock read a person.
 *
 * <p>It sleeps with {@link Thread#sleep}; on demand as the engine does it ({@link
 * RoomActivities#sleep}), and then with a canary too: a virtual thread that wakes every 10 ms and
 * does nothing.
 */
final class BareLoop {
  private static final long HIGHEST_NANOS = TimeUnit.DAYS.toNanos(1);

  private static final Duration CANARY_PERIOD = Duration.ofMillis(10);

  /** What rooms are had from. */
  @FunctionalInterface
  interface Lender {
    /** Waits for a room. */
    Lent lend() throws Exception;

    /** A semaphore of so many permits. */
    static Lender semaphore(int rooms) {
      Semaphore permits = new Semaphore(rooms);
      Lent permit = permits::release;
      return () -> {
        permits.acquire();
        return permit;
      };
    }
  }

  /** A room that somebody has. */
  @FunctionalInterface
  interface Lent {
    void giveBack() throws Exception;
  }

  /** How a hold is spent. */
  @FunctionalInterface
  private interface Hold {
    void spend(long nanos) throws InterruptedException, IOException;
  }

  private final Work work;
  private final Hold hold;
  private final boolean canary;
  private final Lender lender;
  private final Recorder waits = new Recorder(HIGHEST_NANOS, 3);
  private final Recorder uncorrectedWaits = new Recorder(HIGHEST_NANOS, 3);
  private final Recorder holds = new Recorder(HIGHEST_NANOS, 3);
  private final Recorder responses = new Recorder(HIGHEST_NANOS, 3);

  private BareLoop(Work work, Lender lender, Hold hold, boolean canary) {
    this.work = work;
    this.hold = hold;
    this.canary = canary;
    this.lender = lender;
  }

  /** Processor time a visit of the loop, in nanoseconds. */
  static double cpuNanosPerVisit(Work work) throws InterruptedException {
    return new BareLoop(work, Lender.semaphore(work.rooms()), TimeUnit.NANOSECONDS::sleep, false)
        .cpuNanosPerVisit();
  }

  /** The same of a loop that sleeps as the engine does, with a canary. */
  static double cpuNanosPerVisitLikeTheEngine(Work work) throws Exception {
    return cpuNanosPerVisitLikeTheEngine(work, Lender.semaphore(work.rooms()));
  }

  /** The same with rooms from elsewhere. */
  static double cpuNanosPerVisitLikeTheEngine(Work work, Lender lender) throws Exception {
    try (RoomActivity sleep = RoomActivities.sleep()) {
      return new BareLoop(work, lender, sleep::perform, true).cpuNanosPerVisit();
    }
  }

  private double cpuNanosPerVisit() throws InterruptedException {
    Thread bird = canary ? Thread.startVirtualThread(BareLoop::wakeAgainAndAgain) : null;
    long origin = System.nanoTime();
    double cpuNanos = VirtualPersons.cpuNanosPerVisit(work, () -> visitAgainAndAgain(origin));
    if (bird != null) {
      bird.interrupt();
      bird.join();
    }
    long recorded = waits.getIntervalHistogram().getTotalCount();
    if (recorded != work.allVisits()) {
      throw new IllegalStateException("%d visits recorded".formatted(recorded));
    }
    return cpuNanos;
  }

  private static void wakeAgainAndAgain() {
    try {
      while (true) {
        Thread.sleep(CANARY_PERIOD);
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private void visitAgainAndAgain(long origin) throws Exception {
    long intended = origin;
    for (int visit = 0; visit < work.visits(); visit++) {
      intended = visit(intended, visit == 0 ? System.nanoTime() : intended);
    }
  }

  private long visit(long intended, long began) throws Exception {
    Lent lent = lender.lend();
    long entered;
    long left;
    try {
      entered = System.nanoTime();
      if (work.holdNanos() > 0) {
        hold.spend(work.holdNanos());
      }
      left = System.nanoTime();
    } finally {
      lent.giveBack();
    }
    waits.recordValue(entered - intended);
    uncorrectedWaits.recordValue(entered - began);
    holds.recordValue(left - entered);
    responses.recordValue(left - intended);
    return left;
  }
}
