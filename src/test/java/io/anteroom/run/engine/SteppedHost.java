package io.anteroom.run.engine;

import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.run.engine.Stepper.Sort;
import io.anteroom.run.engine.Stepper.Turn;
import io.anteroom.scenario.Scenario;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Threads and time that a test steps, on a machine whose figures are known beforehand. */
final class SteppedHost implements RunHost {
  static final OffsetDateTime WALL_TIME = OffsetDateTime.of(2025, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC);
  static final double SYSTEM_LOAD = 0.25;
  static final int PROCESSORS = 4;

  /** What the process has used before the run. */
  private static final long CPU_BEFORE_NANOS = 7_000_000_000L;

  /** Processors that the process keeps busy. */
  static final double BUSY = 1.5;

  final Stepper stepper = new Stepper();
  final Sort engine = stepper.sort(Turn.ARRIVAL);
  final Sort persons = stepper.sort(Turn.ARRIVAL);
  final Sort canary = stepper.sort(Turn.ONLOOKER);
  CarriersNow carriers = CarriersNow.UNKNOWN;

  /** How long a look at the carriers takes. */
  long lookNanos;

  private final Sort observer = stepper.sort(Turn.ONLOOKER);

  /** What the persons of a run share here, in rooms where they sleep; its time begins now. */
  Stage stage(String keysAndValues, @Nullable Transcript transcript) {
    return new Stage(
        Scenarios.of(keysAndValues),
        new RoomActivity() {
          @Override
          public void perform(long holdNanos) throws InterruptedException {
            stepper.sleepNanos(holdNanos, Turn.DEPARTURE);
          }

          @Override
          public void close() {}
        },
        LockingModes::create,
        Recorders.create(),
        this,
        transcript,
        null);
  }

  @Override
  public NanoClock clock() {
    return stepper;
  }

  @Override
  public ThreadFactory personThreads() {
    return persons::unstarted;
  }

  @Override
  public Thread observerThread(Runnable task) {
    return observer.unstarted(task);
  }

  @Override
  public Thread canaryThread(Runnable task) {
    return canary.unstarted(task);
  }

  @Override
  public void join(Thread thread) throws InterruptedException {
    stepper.join(thread, Long.MAX_VALUE);
  }

  @Override
  public void join(Thread thread, long nanos) throws InterruptedException {
    stepper.join(thread, nanos);
  }

  /** Nothing needs to warm up where no time passes. */
  @Override
  public int prepare(Scenario scenario, Function<Premises, LockingMode> modes) {
    return scenario.conduct().carriers();
  }

  @Override
  public double systemLoad() {
    return SYSTEM_LOAD;
  }

  @Override
  public long processCpuNanos() {
    return CPU_BEFORE_NANOS + (long) (BUSY * stepper.elapsedNanos());
  }

  @Override
  public CarriersNow lookAtCarriers() {
    stepper.stall(lookNanos);
    return carriers;
  }

  @Override
  public int processors() {
    return PROCESSORS;
  }

  @Override
  public OffsetDateTime wallTime() {
    return WALL_TIME;
  }
}
