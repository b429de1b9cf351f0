package io.anteroom.bench.micro;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What {@link RoomBenchmark} is compared with: the JDK's locks with nothing around them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BareLockBenchmark {
  /** Whether the longest waiting one is next. */
  @Param({"false", "true"})
  public boolean fair;

  private ReentrantLock lock = new ReentrantLock();
  private Semaphore permits = new Semaphore(1);
  private long stays;

  /** Makes the locks. */
  @Setup
  public void make() {
    lock = new ReentrantLock(fair);
    permits = new Semaphore(1, fair);
  }

  /** One visit under a lock; how many there have been. */
  @Benchmark
  public long reentrantLock() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return stays++;
    } finally {
      lock.unlock();
    }
  }

  /** One visit with a permit; how many there have been. */
  @Benchmark
  public long semaphore() throws InterruptedException {
    permits.acquire();
    try {
      return stays++;
    } finally {
      permits.release();
    }
  }
}
