package io.anteroom.run.simulate;

import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.RoomPlan;
import io.anteroom.scenario.schedule.Shifts;
import java.util.List;

/**
 * When pools change the number of their rooms, in the order of time over all pools. Mutable;
 * confined to one thread.
 */
final class PoolShifts {
  private final List<NamedPool> pools;
  private final List<Shifts> byPool;

  /** The pool that changes next. */
  private int nextPool;

  /** When it changes; {@link Shifts#NONE} if nothing changes any more. */
  private long nextNanos;

  PoolShifts(List<NamedPool> pools) {
    this.pools = pools;
    this.byPool = pools.stream().map(pool -> new Shifts(pool.facility().plan())).toList();
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
  long nextNanos() {
    return nextNanos;
  }

  /** The pool that changes next. */
  int nextPool() {
    return nextPool;
  }

  /** Takes the next change. Returns the number of rooms that its pool has from then on. */
  int take() {
    int rooms = byPool.get(nextPool).take();
    findNext();
    return rooms;
  }

  /** The most rooms that a pool has at any time from then on. */
  int mostFrom(int pool, long nanos) {
    RoomPlan plan = pools.get(pool).facility().plan();
    return plan == null ? pools.get(pool).facility().rooms() : plan.mostFrom(nanos);
  }
}
