package io.anteroom.bench.peer;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/** The JDK's threads and locks with nothing around them: one thread a person. */
final class BarePeer {
  private static final long HIGHEST_NANOS = TimeUnit.DAYS.toNanos(1);

  private final PeerWork work;
  private final Permits rooms;
  private final Histogram waits = new AtomicHistogram(HIGHEST_NANOS, 3);
  private final Histogram holds = new AtomicHistogram(HIGHEST_NANOS, 3);

  private BarePeer(PeerWork work, Permits rooms) {
    this.work = work;
    this.rooms = rooms;
  }

  /**
   * Arguments: {@code virtual} or {@code platform}; {@code semaphore}, {@code semaphore-fair} or
   * {@code lock}; then the work.
   */
  public static void main(String[] arguments) throws Exception {
    List<String> all = Arrays.asList(arguments);
    ThreadFactory threads = threads(all.get(0));
    String line = all.get(1);
    new Rounds(PeerWork.parse(all), System.out)
        .play(work -> new BarePeer(work, permits(line, work.rooms())).play(threads));
  }

  private static ThreadFactory threads(String kind) {
    return switch (kind) {
      case "virtual" -> Thread.ofVirtual().factory();
      case "platform" -> Thread.ofPlatform().factory();
      default -> throw new IllegalArgumentException("no threads " + kind);
    };
  }

  private static Permits permits(String line, int rooms) {
    return switch (line) {
      case "semaphore" -> Permits.semaphore(rooms, false);
      case "semaphore-fair" -> Permits.semaphore(rooms, true);
      case "lock" -> Permits.lockedPool(rooms);
      default -> throw new IllegalArgumentException("no line " + line);
    };
  }

  private Rounds.Waits play(ThreadFactory threads) throws InterruptedException {
    CountDownLatch gone = new CountDownLatch(work.persons());
    long start = System.nanoTime();
    for (int person = 0; person < work.persons(); person++) {
      threads.newThread(() -> visitAgainAndAgain(start, gone)).start();
    }
    gone.await();
    if (holds.getTotalCount() != waits.getTotalCount()) {
      throw new IllegalStateException(holds.getTotalCount() + " holds recorded");
    }
    return new Rounds.Waits(
        waits.getTotalCount(), waits.getValueAtPercentile(50), waits.getValueAtPercentile(99));
  }

  private void visitAgainAndAgain(long start, CountDownLatch gone) {
    try {
      long intended = start;
      for (int visit = 0; visit < work.visits(); visit++) {
        intended = visit(intended);
      }
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    } finally {
      gone.countDown();
    }
  }

  private long visit(long intended) throws InterruptedException {
    rooms.acquire();
    long entered;
    long left;
    try {
      entered = System.nanoTime();
      if (work.holdNanos() > 0) {
        TimeUnit.NANOSECONDS.sleep(work.holdNanos());
      }
      left = System.nanoTime();
    } finally {
      rooms.release();
    }
    waits.recordValue(entered - intended);
    holds.recordValue(left - entered);
    return left;
  }
}
