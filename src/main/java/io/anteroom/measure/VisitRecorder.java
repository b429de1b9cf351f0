package io.anteroom.measure;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.WriterReaderPhaser;
import org.jspecify.annotations.Nullable;

/**
 * Records the durations of visits, in nanoseconds, without allocating. Recording is safe for any
 * number of threads and never waits; intervals are taken by one thread at a time. It works as
 * HdrHistogram's own Recorder does, with one phaser for all four histograms of a visit: a quarter
 * of the cost, and no interval can fall between a visit's wait and its hold.
 *
 * <p>Durations are kept to three significant digits within a {@link DurationRange}. One outside is
 * recorded as the nearest one inside, and counted there.
 */
public final class VisitRecorder {
  private final WriterReaderPhaser phaser = new WriterReaderPhaser();
  private volatile Histograms active = Histograms.concurrent();

  /** Null until the first interval is taken; the phaser's reader lock guards it. */
  private @Nullable Histograms idle;

  private final DurationRange range;
  private final LongAdder refusals = new LongAdder();

  /**
   * Nothing recorded so far.
   *
   * @param range counts the durations outside of it
   */
  public VisitRecorder(DurationRange range) {
    this.range = range;
  }

  /** Notes how much later than intended a person was let in, or has woken. */
  public void late(long latenessNanos) {
    long phase = phaser.writerCriticalSectionEnter();
    try {
      record(active.lateness, latenessNanos);
    } finally {
      phaser.writerCriticalSectionExit(phase);
    }
  }

  /** Notes how late the canary ran. */
  public void canary(long latenessNanos) {
    long phase = phaser.writerCriticalSectionEnter();
    try {
      record(active.canary, latenessNanos);
    } finally {
      phaser.writerCriticalSectionExit(phase);
    }
  }

  /**
   * Notes a visit that had its room: its wait, and its hold.
   *
   * @param waitNanos from the intended arrival
   * @param uncorrectedWaitNanos from the moment at which the person really began to wait
   */
  public void completed(long waitNanos, long uncorrectedWaitNanos, long holdNanos) {
    long phase = phaser.writerCriticalSectionEnter();
    try {
      Histograms now = active;
      record(now.wait, waitNanos);
      record(now.uncorrectedWait, uncorrectedWaitNanos);
      record(now.hold, holdNanos);
      record(now.response, waitNanos + holdNanos);
    } finally {
      phaser.writerCriticalSectionExit(phase);
    }
  }

  /** Notes a visit that gave up, after that wait. */
  public void abandoned(long waitNanos) {
    long phase = phaser.writerCriticalSectionEnter();
    try {
      record(active.abandonedWait, waitNanos);
    } finally {
      phaser.writerCriticalSectionExit(phase);
    }
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

  private void record(Histogram histogram, long nanos) {
    histogram.recordValue(range.within(nanos));
  }

  /**
   * What has been recorded since the last call. It belongs to the recorder: it is used again two
   * calls later.
   */
  public Histograms takeInterval() {
    phaser.readerLock();
    try {
      Histograms taken = active;
      Histograms next = idle == null ? Histograms.concurrent() : idle;
      next.reset();
      active = next;
      idle = taken;
      phaser.flipPhase();
      return taken;
    } finally {
      phaser.readerUnlock();
    }
  }
}
