package io.anteroom.run.engine;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Watches how long the just-in-time compiler works, from the moment this is made. For one thread.
 */
final class JitCompiler {
  /** A compiler that has finished nothing for so long has nothing left to do. */
  static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /**
   * The most that it takes for the first 4,000 persons of a run, if the JVM has made such a run
   * before: it took 0 to 2 ms then, and 8 to 130 ms for another locking mode or in a new JVM (JDK
   * 25).
   */
  static final long KNOWN_MILLIS = 2;

  private final LongSupplier compilingMillis;
  private final LongSupplier nanoTime;
  private final long firstMillis;
  private long millis;
  private long sinceNanos;

  /**
   * @param compilingMillis how long it has compiled so far
   * @param nanoTime the time now
   */
  JitCompiler(LongSupplier compilingMillis, LongSupplier nanoTime) {
    this.compilingMillis = compilingMillis;
    this.nanoTime = nanoTime;
    firstMillis = compilingMillis.getAsLong();
    millis = firstMillis;
    sinceNanos = nanoTime.getAsLong();
  }

  /** The one of this JVM; where it has none, it is quiet. */
  static JitCompiler ofThisJvm() {
    CompilationMXBean bean = ManagementFactory.getCompilationMXBean();
    return new JitCompiler(
        bean == null ? () -> 0 : bean::getTotalCompilationTime, System::nanoTime);
  }

  /** Whether it has done next to nothing so far, or has finished nothing for a while. */
  boolean quiet() {
    long nowNanos = nanoTime.getAsLong();
    long nowMillis = compilingMillis.getAsLong();
    if (nowMillis != millis) {
      millis = nowMillis;
      sinceNanos = nowNanos;
    }
    return millis - firstMillis <= KNOWN_MILLIS || nowNanos - sinceNanos > QUIET_NANOS;
  }
}
