package io.anteroom.bench;

import io.anteroom.activity.RoomActivities;
import io.anteroom.activity.RoomActivity;
import io.anteroom.clock.WallClock;
import io.anteroom.engine.Engine;
import io.anteroom.engine.Snapshot;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.scenario.Activity;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A process in which persons wait until their memory has been measured: {@code engine N} or {@code
 * bare N}. It prints {@code HEAP RSS PEAK} in bytes: the live heap and the resident memory less
 * what they were before, and the most that was resident.
 *
 * <p>Both begin with a thousand persons who are let go: classes are loaded then, and no virtual
 * thread of the mass is the first that is woken.
 */
final class WaitingPersons {
  private static final int FIRST = 1_000;
  private static final long LOOK_MILLIS = 50;
  private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(10);

  /** Keeps persons waiting until the memory has been measured. */
  @FunctionalInterface
  private interface Crowd {
    /**
     * Lets so many persons wait, calls {@code whileWaiting}, lets them go, and sees that it was
     * they.
     */
    void gather(int persons, Runnable whileWaiting) throws Exception;
  }

  private record Use(long heapBytes, long residentBytes) {
    static Use now() {
      System.gc();
      System.gc();
      return new Use(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          Memory.of(ProcessHandle.current().pid()).residentBytes());
    }
  }

  private WaitingPersons() {}

  /** Prints to the standard output; what a launcher appends is ignored. */
  public static void main(String[] arguments) throws Exception {
    Crowd crowd = arguments[0].equals("engine") ? WaitingPersons::engine : WaitingPersons::bare;
    int persons = Integer.parseInt(arguments[1]);
    crowd.gather(FIRST, () -> {});
    Use before = Use.now();
    crowd.gather(persons, () -> print(before, Use.now()));
    // The engine's threads are daemons, but no person must keep this process.
    System.exit(0);
  }

  private static void print(Use before, Use after) {
    System.out.printf(
        "%d %d %d%n",
        after.heapBytes - before.heapBytes,
        after.residentBytes - before.residentBytes,
        Memory.of(ProcessHandle.current().pid()).peakBytes());
  }

  private static void bare(int persons, Runnable whileWaiting) throws Exception {
    Semaphore permits = new Semaphore(0);
    AtomicInteger arrived = new AtomicInteger();
    CountDownLatch gone = new CountDownLatch(persons);
    Runnable person =
        () -> {
          int unused = arrived.incrementAndGet();
          permits.acquireUninterruptibly();
          gone.countDown();
        };
    for (int i = 0; i < persons; i++) {
      Thread unused = Thread.startVirtualThread(person);
    }
    await(() -> arrived.get() == persons && permits.getQueueLength() == persons, null);
    whileWaiting.run();
    permits.release(persons);
    gone.await();
  }

  /** One of them has the only room, all others wait for it. */
  private static void engine(int persons, Runnable whileWaiting) throws Exception {
    try (RoomActivity activity = RoomActivities.create(Activity.SLEEP);
        ExecutorService runner = Executors.newSingleThreadExecutor()) {
      long hour = TimeUnit.HOURS.toNanos(1);
      Engine engine =
          new Engine(
              EngineRun.scenario(new Work(persons, 1, 1, hour), "off"),
              activity,
              new WallClock(),
              null);
      Future<Run> run = runner.submit(engine::run);
      await(() -> waiting(engine) == persons - 1L, run);
      whileWaiting.run();
      engine.interrupt();
      VisitCounts visits = run.get().result().visits();
      if (visits.censored() != persons) {
        throw new IllegalStateException(
            "%d persons waited, and %d are counted".formatted(persons, visits.censored()));
      }
    }
  }

  private static long waiting(Engine engine) {
    Snapshot now = engine.look(1);
    return now == null ? 0 : now.counts().waiting();
  }

  /** Looks again and again. */
  private static void await(BooleanSupplier all, @Nullable Future<Run> run) throws Exception {
    long deadline = System.nanoTime() + LIMIT_NANOS;
    while (!all.getAsBoolean()) {
      if (run != null && run.isDone()) {
        throw new IllegalStateException("the run ended early: " + run.get().result().outcome());
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("they do not all wait after ten minutes");
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
