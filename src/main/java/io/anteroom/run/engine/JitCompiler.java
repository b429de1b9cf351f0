package io.anteroom.run.engine;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The just-in-time compiler, as far as one can see it work, from when this is made. For one thread.
 */
final class JitCompiler {
  /** A compiler that has finished nothing for so long has nothing left to do. */
  static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /**
   * What it takes at most for the first 4,000 persons of a run where the JVM has made such a run
   * before: it was 0 to 2 ms, and 8 to 130 ms for another locking mode or in a new JVM (JDK 25).
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
