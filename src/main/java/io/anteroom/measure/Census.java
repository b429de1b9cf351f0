package io.anteroom.measure;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts persons as they come and go, over the whole run with its warm-up. Safe for any number of
 * threads; a reading taken while they move is approximate, one taken when all have gone is exact.
 */
public final class Census {
  private final LongAdder arrived = new LongAdder();
  private final LongAdder entered = new LongAdder();
  private final LongAdder left = new LongAdder();
  private final LongAdder abandoned = new LongAdder();
  private final LongAdder cutWaiting = new LongAdder();
  private final LongAdder cutWaitNanos = new LongAdder();
  private final LongAdder cutInRoom = new LongAdder();
  private final LongAdder cutHoldNanos = new LongAdder();
  private final LongAdder turnedAway = new LongAdder();
  private final LongAdder violations = new LongAdder();

  /** A person begins to wait. */
  public void arrives() {
    arrived.increment();
  }

  /** A person enters a room. */
  public void enters() {
    entered.increment();
  }

  /** A person leaves its room. */
  public void leaves() {
    left.increment();
  }

  /** A waiting person gives up. */
  public void abandons() {
    abandoned.increment();
  }

  /** The end of the run cuts a visit short that has waited for {@code waitNanos} so far. */
  public void cutWhileWaiting(long waitNanos) {
    cutWaiting.increment();
    cutWaitNanos.add(waitNanos);
  }

  /** The end of the run cuts a visit short in its room; the person leaves as well. */
  public void cutInRoom(long waitNanos, long holdNanos) {
    cutInRoom.increment();
    cutWaitNanos.add(waitNanos);
    cutHoldNanos.add(holdNanos);
  }

  /** An arrival finds as many persons present as there may be. */
  public void turnsAway() {
    turnedAway.increment();
  }

  /** A person enters an occupied room. */
  public void violates() {
    violations.increment();
  }

  /** Visits that have begun. */
  public long arrived() {
    return arrived.sum();
  }

  /** Rooms entered. */
  public long entered() {
    return entered.sum();
  }

  /** Rooms left. */
  public long left() {
    return left.sum();
  }

  /** Visits given up. */
  public long abandoned() {
    return abandoned.sum();
  }

  /** Visits that the end of the run cut short. */
  public long cut() {
    return cutWaiting.sum() + cutInRoom.sum();
  }

  /** The waits that the end of the run cut short, added up, in nanoseconds. */
  public long cutWaitNanos() {
    return cutWaitNanos.sum();
  }

  /** The holds that the end of the run cut short, added up, in nanoseconds. */
  public long cutHoldNanos() {
    return cutHoldNanos.sum();
  }

  /** Arrivals turned away. */
  public long turnedAway() {
    return turnedAway.sum();
  }

  /** Entries into occupied rooms. */
  public long violations() {
    return violations.sum();
  }

  /** Visits completed or given up. */
  public long ended() {
    return left() - cutInRoom.sum() + abandoned();
  }

  /** Persons who wait at this moment. */
  public long waiting() {
    long gone = entered() + abandoned() + cutWaiting.sum();
    return Math.max(arrived() - gone, 0);
  }

  /** Persons in rooms at this moment. */
  public long occupied() {
    long leftSoFar = left();
    return Math.max(entered() - leftSoFar, 0);
  }

  /** Changes whenever a person moves: arrives, enters, leaves or gives up. */
  public long movements() {
    return arrived() + entered() + left() + abandoned() + turnedAway();
  }
}
