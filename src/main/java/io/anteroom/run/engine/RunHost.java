package io.anteroom.run.engine;

import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Scenario;
import java.time.OffsetDateTime;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * Where a run takes place: its time, its threads, and what can be known of the machine. The engine
 * asks nothing else for them, so a run can also take place where time stands still between two
 * events. Safe for any number of threads.
 */
interface RunHost {
  /** The time of the run. */
  NanoClock clock();

  /** Makes the virtual threads of the persons. */
  ThreadFactory personThreads();

  /** The thread that observes the run, not yet started. */
  Thread observerThread(Runnable task);

  /** The virtual thread of the canary, not yet started. */
  Thread canaryThread(Runnable task);

  /** Waits until the thread has ended. */
  void join(Thread thread) throws InterruptedException;

  /** Waits until the thread has ended, but no longer than {@code nanos} of the run's time. */
  void join(Thread thread, long nanos) throws InterruptedException;

  /**
   * Makes ready for a run of the scenario, before its time begins.
   *
   * @param modes makes the mode of a scenario
   * @return how many carriers there are
   */
  int prepare(Scenario scenario, Function<Premises, LockingMode> modes) throws InterruptedException;

  /** The load average of the machine; -1: not observable. */
  double systemLoad();

  /** The processor time of the process so far, in nanoseconds. */
  long processCpuNanos();

  /** Looks at the carriers of this JVM; unknown where they can't be seen. */
  CarriersNow lookAtCarriers();

  /** How many processors there are. */
  int processors();

  /** What a clock on the wall shows. */
  OffsetDateTime wallTime();
}
