package io.anteroom.bench.micro;

import io.anteroom.measure.DurationRange;
import io.anteroom.measure.VisitRecorder;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Recorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** Recording a visit's waits, hold and response, against HdrHistogram's own recorders. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecorderBenchmark {
  private final VisitRecorder ours = new VisitRecorder(new DurationRange());
  private final Recorder waits = new Recorder(DurationRange.HIGHEST_NANOS, 3);
  private final Recorder uncorrectedWaits = new Recorder(DurationRange.HIGHEST_NANOS, 3);
  private final Recorder holds = new Recorder(DurationRange.HIGHEST_NANOS, 3);
  private final Recorder responses = new Recorder(DurationRange.HIGHEST_NANOS, 3);

  /** The durations of one thread's visits: a new wait and a new hold each time. */
  @State(Scope.Thread)
  public static class Durations {
    private final int person = (int) Thread.currentThread().threadId();
    private long nanos = 1;

    /** From 1 ns to a second, spread over its magnitudes as waits are. */
    long next() {
      nanos = nanos * 25_214_903_917L + 11;
      return (nanos >>> 34) >>> (nanos >>> 60);
    }
  }

  /** Four durations on one sheet. */
  @Benchmark
  @Threads(1)
  public void visitRecorder(Durations durations) {
    ours.completed(durations.person, durations.next(), durations.next(), durations.next());
  }

  /** The same, with two threads that record at once. */
  @Benchmark
  @Threads(2)
  public void visitRecorderOfTwoThreads(Durations durations) {
    ours.completed(durations.person, durations.next(), durations.next(), durations.next());
  }

  /** Four recorders, each with its own phaser. */
  @Benchmark
  @Threads(1)
  public void fourRecorders(Durations durations) {
    record(durations.next(), durations.next(), durations.next());
  }

  /** The same, with two threads that record at once. */
  @Benchmark
  @Threads(2)
  public void fourRecordersOfTwoThreads(Durations durations) {
    record(durations.next(), durations.next(), durations.next());
  }

  private void record(long waitNanos, long uncorrectedWaitNanos, long holdNanos) {
    waits.recordValue(waitNanos);
    uncorrectedWaits.recordValue(uncorrectedWaitNanos);
    holds.recordValue(holdNanos);
    responses.recordValue(waitNanos + holdNanos);
  }
}
