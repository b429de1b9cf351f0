package io.anteroom.measure;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * Records the durations of visits, in nanoseconds, without allocating. Recording is safe for any
 * number of threads and never waits; intervals are taken by one thread at a time.
 *
 * <p>Durations are kept to three significant digits up to {@link #HIGHEST_NANOS}. A longer one is
 * recorded as that bound, and counted in {@link #clamped}.
 */
public final class VisitRecorder {
  /** The longest duration that is told apart: a day. */
  public static final long HIGHEST_NANOS = 24L * 3600 * 1_000_000_000L;

  private static final int SIGNIFICANT_DIGITS = 3;

  private final Recorder wait = newRecorder();
  private final Recorder hold = newRecorder();
  private final Recorder response = newRecorder();
  private final Recorder abandonedWait = newRecorder();
  private final Recorder lateness = newRecorder();
  private final AtomicLong firstNanos = new AtomicLong(Long.MAX_VALUE);
  private final LongAdder refusals = new LongAdder();
  private final LongAdder clamped = new LongAdder();

  private static Recorder newRecorder() {
    return new Recorder(HIGHEST_NANOS, SIGNIFICANT_DIGITS);
  }

  /** An empty histogram with the range of every recorded duration. */
  public static Histogram newHistogram() {
    return new Histogram(HIGHEST_NANOS, SIGNIFICANT_DIGITS);
  }

  /**
   * Notes that a visit begins.
   *
   * @param intendedNanos when it should have begun
   * @param latenessNanos how much later it really does; 0 where that is so by construction
   */
  public void begins(long intendedNanos, long latenessNanos) {
    if (intendedNanos < firstNanos.get()) {
      firstNanos.accumulateAndGet(intendedNanos, Math::min);
    }
    if (latenessNanos > 0) {
      record(lateness, latenessNanos);
    }
  }

  /** When the first visit should have begun; Long.MAX_VALUE if there is none. */
  public long firstNanos() {
    return firstNanos.get();
  }

  /** Notes a visit that had its room: its wait, and its hold. */
  public void completed(long waitNanos, long holdNanos) {
    record(wait, waitNanos);
    record(hold, holdNanos);
    record(response, waitNanos + holdNanos);
  }

  /** Notes a visit that gave up, after that wait. */
  public void abandoned(long waitNanos) {
    record(abandonedWait, waitNanos);
  }

  /** Notes attempts of a visit that found no free room. */
  public void refused(long attempts) {
    if (attempts > 0) {
      refusals.add(attempts);
    }
  }

  /** Attempts that found no free room so far. */
  public long refusals() {
    return refusals.sum();
  }

  private void record(Recorder recorder, long nanos) {
    if (nanos > HIGHEST_NANOS) {
      clamped.increment();
      recorder.recordValue(HIGHEST_NANOS);
    } else {
      recorder.recordValue(Math.max(nanos, 0));
    }
  }

  /** How many durations were longer than {@link #HIGHEST_NANOS} so far. */
  public long clamped() {
    return clamped.sum();
  }

  /**
   * What has been recorded since the last call.
   *
   * @param recycled an interval taken before, whose memory is used again; or null
   */
  public Histograms takeInterval(@Nullable Histograms recycled) {
    return recycled == null
        ? new Histograms(
            wait.getIntervalHistogram(),
            hold.getIntervalHistogram(),
            response.getIntervalHistogram(),
            abandonedWait.getIntervalHistogram(),
            lateness.getIntervalHistogram())
        : new Histograms(
            wait.getIntervalHistogram(recycled.wait),
            hold.getIntervalHistogram(recycled.hold),
            response.getIntervalHistogram(recycled.response),
            abandonedWait.getIntervalHistogram(recycled.abandonedWait),
            lateness.getIntervalHistogram(recycled.lateness));
  }
}
