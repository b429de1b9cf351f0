package io.anteroom.run.engine;

import com.sun.management.OperatingSystemMXBean;
import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.result.LocalTime;
import io.anteroom.scenario.Scenario;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/** The machine and the JVM that this process runs on. */
final class ThisMachine implements RunHost {
  private final NanoClock clock;
  private final CarrierLooks carriers;
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  ThisMachine(NanoClock clock) {
    this.clock = clock;
    this.carriers = new CarrierLooks(clock);
  }

  @Override
  public NanoClock clock() {
    return clock;
  }

  @Override
  public ThreadFactory personThreads() {
    return Thread.ofVirtual().inheritInheritableThreadLocals(false).factory();
  }

  @Override
  public Thread observerThread(Runnable task) {
    return Thread.ofPlatform().daemon().name("anteroom-observer").unstarted(task);
  }

  @Override
  public Thread canaryThread(Runnable task) {
    return Thread.ofVirtual().name("anteroom-canary").unstarted(task);
  }

  @Override
  public void join(Thread thread) throws InterruptedException {
    thread.join();
  }

  @Override
  public void join(Thread thread, long nanos) throws InterruptedException {
    boolean unused = thread.join(Duration.ofNanos(nanos));
  }

  @Override
  public int prepare(Scenario scenario, Function<Premises, LockingMode> modes)
      throws InterruptedException {
    ThreadTracking.disableFor(scenario.demand().persons());
    int carriers = Carriers.use(scenario.conduct().carriers());
    Rehearsal.run(scenario, modes, this);
    return carriers;
  }

  @Override
  public double systemLoad() {
    return system.getSystemLoadAverage();
  }

  @Override
  public long processCpuNanos() {
    return system.getProcessCpuTime();
  }

  @Override
  public CarriersNow lookAtCarriers() {
    return carriers.look();
  }

  @Override
  public int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public OffsetDateTime wallTime() {
    return LocalTime.now();
  }
}
