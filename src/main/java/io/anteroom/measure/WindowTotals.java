package io.anteroom.measure;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/**
 * What happened in the measured part of a run, to whichever visits. Safe for any number of threads.
 */
public final class WindowTotals {
  private final LongAdder completed = new LongAdder();
  private final LongAdder abandoned = new LongAdder();

  /** Persons in rooms over time may last longer than a long has nanoseconds. */
  private final DoubleAdder occupiedNanos = new DoubleAdder();

  /**
   * Adds what one person did.
   *
   * @param completedVisits visits that left their room in the measured part
   * @param abandonedVisits visits that gave up in it
   * @param nanos time in rooms, as far as it lies in it
   */
  public void add(long completedVisits, long abandonedVisits, long nanos) {
    completed.add(completedVisits);
    occupiedNanos.add((double) nanos);
    if (abandonedVisits > 0) {
      abandoned.add(abandonedVisits);
    }
  }

  /** Visits that left their room. */
  public long completed() {
    return completed.sum();
  }

  /** Visits that left their room or gave up. */
  public long ended() {
    return completed.sum() + abandoned.sum();
  }

  /** Time in rooms, added up, in nanoseconds. */
  public double occupiedNanos() {
    return occupiedNanos.sum();
  }
}
