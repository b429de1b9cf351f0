package io.anteroom.scenario.schedule;

import io.anteroom.scenario.Scenario.Facility;
import java.util.List;

/**
 * When pools change the number of their rooms, in the order of time over all pools. Mutable;
 * confined to one thread.
 */
public final class PoolShifts {
  private final List<Shifts> byPool;

  /** The pool that changes next. */
  private int nextPool;

  /** When it changes; {@link Shifts#NONE} if nothing changes any more. */
  private long nextNanos;

  /** Those of pools with such rooms. */
  public PoolShifts(List<Facility> pools) {
    this.byPool = pools.stream().map(pool -> new Shifts(pool.plan())).toList();
    findNext();
  }

  private void findNext() {
    nextNanos = Shifts.NONE;
    for (int pool = 0; pool < byPool.size(); pool++) {
      if (byPool.get(pool).nextNanos() < nextNanos) {
        nextPool = pool;
        nextNanos = byPool.get(pool).nextNanos();
      }
    }
  }

  /** When the next change comes; {@link Shifts#NONE} if there is none. */
  public long nextNanos() {
    return nextNanos;
  }

  /** The pool that changes next. */
  public int nextPool() {
    return nextPool;
  }

  /** Takes the next change. Returns the number of rooms that its pool has from then on. */
  public int take() {
    int rooms = byPool.get(nextPool).take();
    findNext();
    return rooms;
  }
}
