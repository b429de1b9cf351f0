package io.anteroom.bench;

import com.sun.management.OperatingSystemMXBean;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.Run;
import io.anteroom.run.engine.Engine;
import io.anteroom.run.engine.Snapshot;
import io.anteroom.run.engine.ThreadTracking;
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
 * bare N}. It prints {@code HEAP RSS PEAK COUNTED}: the live heap and the resident memory in bytes
 * while they wait, the most that was resident, and how many of the N were accounted for when they
 * were told to go.
 *
 * <p>The engine does what it does in every run of its own accord. The bare threads are given a
 * thousand who come and go before the mass, so that none of it is the first that is woken.
 */
final class WaitingPersons {
  private static final int BEFORE_THE_MASS = 1_000;
  private static final long LOOK_MILLIS = 50;
  private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(10);

  /**
   * So much processor time in so long, so many times on end, is more than the watching itself takes
   * on a slow machine, and much less than persons who come.
   */
  private static final long CALM_NANOS = 60_000_000;

  private static final long CALM_MILLIS = 300;
  private static final int CALM_LOOKS = 2;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /**
   * What is in use while they wait.
   *
   * @param counted how many of them were counted at the end
   */
  private record Use(long heapBytes, long residentBytes, long counted) {
    Use countedAs(long persons) {
      return new Use(heapBytes, residentBytes, persons);
    }

    static Use now() {
      System.gc();
      System.gc();
      return new Use(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          Memory.of(ProcessHandle.current().pid()).residentBytes(),
          0);
    }
  }

  private WaitingPersons() {}

  /** Prints to the standard output; what a launcher appends is ignored. */
  public static void main(String[] arguments) throws Exception {
    int persons = Integer.parseInt(arguments[1]);
    Use use = arguments[0].equals("engine") ? engine(persons) : bare(persons);
    System.out.printf(
        "%d %d %d %d%n",
        use.heapBytes,
        use.residentBytes,
        Memory.of(ProcessHandle.current().pid()).peakBytes(),
        use.counted);
    // The engine's threads are daemons, but no person must keep this process.
    System.exit(0);
  }

  private static Use bare(int persons) throws Exception {
    Use unused = bareCrowd(BEFORE_THE_MASS);
    return bareCrowd(persons);
  }

  private static Use bareCrowd(int persons) throws Exception {
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
    Use use = Use.now();
    permits.release(persons);
    gone.await();
    return use.countedAs(persons);
  }

  /** One of them has the only room, all others wait for it. */
  private static Use engine(int persons) throws Exception {
    // As the program does before anything else.
    ThreadTracking.disableFor(persons);
    try (RoomActivity activity = RoomActivities.sleep();
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
      Use use = Use.now();
      engine.interrupt();
      return use.countedAs(run.get().result().visits().censored());
    }
  }

  private static long waiting(Engine engine) {
    Snapshot now = engine.look(1);
    return now == null ? 0 : now.counts().waiting();
  }

  /**
   * Looks again and again until all have come, and until hardly any processor time is taken: the
   * engine counts a person as waiting from its arrival, before its thread has been given a carrier
   * for the first time.
   */
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
    for (int calm = 0; calm < CALM_LOOKS; ) {
      long before = SYSTEM.getProcessCpuTime();
      Thread.sleep(CALM_MILLIS);
      calm = SYSTEM.getProcessCpuTime() - before <= CALM_NANOS ? calm + 1 : 0;
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("they do not come to rest within ten minutes");
      }
    }
  }
}
