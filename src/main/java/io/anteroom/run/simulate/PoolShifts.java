package io.anteroom.run.simulate;

import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.RoomPlan;
import io.anteroom.scenario.schedule.Shifts;
import java.util.List;

/**
 * The times at which pools open other numbers of rooms, those of all pools in their order. Mutable;
 * confined to one thread.
 */
final class PoolShifts {
  private final List<NamedPool> pools;
  private final List<Shifts> byPool;

  /** The pool that changes next, and when; {@link Shifts#NONE}: no change is to come. */
  private int nextPool;

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

  /** When the next change comes, or {@link Shifts#NONE}. */
  long nextNanos() {
    return nextNanos;
  }

  /** The pool that it is about. */
  int nextPool() {
    return nextPool;
  }

  /** The next change: so many rooms of its pool from then on. */
  int take() {
    int rooms = byPool.get(nextPool).take();
    findNext();
    return rooms;
  }

  /** How many rooms a pool has at the most from then on. */
  int mostFrom(int pool, long nanos) {
    RoomPlan plan = pools.get(pool).facility().plan();
    return plan == null ? pools.get(pool).facility().rooms() : plan.mostFrom(nanos);
  }
}
