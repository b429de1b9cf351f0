package io.anteroom.measure;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what happens to persons beside visits that go well: over the whole run, and what of it is
 * measured. Safe for any number of threads; a reading taken while they move is approximate, one
 * taken when all have gone is exact.
 */
public final class Census {
  private final LongAdder begun = new LongAdder();
  private final LongAdder thinking = new LongAdder();
  private final LongAdder abandoned = new LongAdder();
  private final LongAdder cut = new LongAdder();

  /** Doubles, since a million persons wait for more nanoseconds than a long can count. */
  private final DoubleAdder cutWaitNanos = new DoubleAdder();

  private final DoubleAdder cutHoldNanos = new DoubleAdder();

  private final DoubleAdder holdNanosAfterStop = new DoubleAdder();

  private final LongAdder measuredCut = new LongAdder();
  private final LongAdder turnedAway = new LongAdder();
  private final LongAdder measuredTurnedAway = new LongAdder();
  private final LongAdder afterWindow = new LongAdder();
  private final LongAdder violations = new LongAdder();

  /** A person that goes for good has begun so many visits. */
  public void began(long visits) {
    begun.add(visits);
  }

  /** A person begins to think. */
  public void thinks() {
    thinking.increment();
  }

  /** A person has thought. */
  public void hasThought() {
    thinking.decrement();
  }

  /** A waiting person gives up. */
  public void abandons() {
    abandoned.increment();
  }

  /**
   * The end of the run cuts a visit short.
   *
   * @param holdNanos how long it had its room by then; 0 where it still waited
   * @param measured whether the visit counts in the measurements
   */
  public void cuts(long waitNanos, long holdNanos, boolean measured) {
    cut.increment();
    cutWaitNanos.add((double) waitNanos);
    cutHoldNanos.add((double) holdNanos);
    if (measured) {
      measuredCut.increment();
    }
  }

  /** A visit is completed so long after the run was stopped. */
  public void holdsAfterStop(long nanos) {
    holdNanosAfterStop.add((double) nanos);
  }

  /** An arrival finds as many persons present as there may be. */
  public void turnsAway(boolean measured) {
    turnedAway.increment();
    if (measured) {
      measuredTurnedAway.increment();
    }
  }

  /** A visit begins after the measured part of the run. */
  public void beginsAfterWindow() {
    afterWindow.increment();
  }

  /** A person enters an occupied room. */
  public void violates() {
    violations.increment();
  }

  /** Visits begun by the persons who have gone. */
  public long begun() {
    return begun.sum();
  }

  /** Persons who think at this moment. */
  public long thinking() {
    return thinking.sum();
  }

  /** Visits given up. */
  public long abandoned() {
    return abandoned.sum();
  }

  /** Visits that the end of the run cut short. */
  public long cut() {
    return cut.sum();
  }

  /** The waits that the end of the run cut short, added up, in nanoseconds. */
  public double cutWaitNanos() {
    return cutWaitNanos.sum();
  }

  /** The holds that the end of the run cut short, added up, in nanoseconds. */
  public double cutHoldNanos() {
    return cutHoldNanos.sum();
  }

  /** What completed visits had of their holds after the run was stopped, in nanoseconds. */
  public double holdNanosAfterStop() {
    return holdNanosAfterStop.sum();
  }

  /** Measured visits that the end of the run cut short. */
  public long measuredCut() {
    return measuredCut.sum();
  }

  /** Arrivals turned away. */
  public long turnedAway() {
    return turnedAway.sum();
  }

  /** Measured arrivals turned away. */
  public long measuredTurnedAway() {
    return measuredTurnedAway.sum();
  }

  /** Visits that began after the measured part of the run. */
  public long afterWindow() {
    return afterWindow.sum();
  }

  /** Entries into occupied rooms. */
  public long violations() {
    return violations.sum();
  }
}
