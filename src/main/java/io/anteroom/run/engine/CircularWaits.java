package io.anteroom.run.engine;

import io.anteroom.modes.locking.Room;
import io.anteroom.result.Deadlock;
import io.anteroom.result.Deadlocks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds persons on journeys who wait for each other. It looks at those in rooms twice, one look
 * after the other: a person that has not moved between the looks was in the same place at the
 * moment between them. So what both looks show is true of that moment, and no such cycle ends by
 * itself. Where each room has one person at most, it finds all of them. Used by one thread.
 */
final class CircularWaits {
  private final JourneyStage journey;
  private final Stage stage;

  /** The most that each pool has from the latest look on, at least one. */
  private final int[] rooms;

  /** How often a pool was entered when it was looked at last. */
  private final long[] entries;

  private @Nullable Deadlock firstPassed;

  /** A person who holds rooms and waits, as it was seen. */
  private record Seen(PoolVisit waits, int moves, List<Integer> held) {
    int[] pools() {
      return held.stream().mapToInt(Integer::intValue).toArray();
    }

    int wanted() {
      return waits.pool.place;
    }
  }

  CircularWaits(Stage stage, JourneyStage journey) {
    this.stage = stage;
    this.journey = journey;
    this.rooms = new int[journey.pools.size()];
    this.entries = new long[rooms.length];
  }

  /** Looks at the rooms at that time; the deadlock that nothing ends, or null. */
  @Nullable Deadlock look(long nowNanos) {
    for (PoolStage pool : journey.pools) {
      rooms[pool.place] = Math.max(pool.pool.facility().mostFrom(nowNanos), 1);
    }
    if (!mayBeLocked()) {
      return null;
    }
    IdentityHashMap<Walker, Seen> first = new IdentityHashMap<>();
    for (PoolStage pool : journey.pools) {
      for (Room room : pool.rooms()) {
        if (room.occupied() && stage.roster.find(room.guest()) instanceof Walker walker) {
          Seen seen = seen(walker);
          if (seen != null) {
            first.put(walker, seen);
          }
        }
      }
    }
    first.entrySet().removeIf(one -> !one.getValue().equals(seen(one.getKey())));
    return found(first.values());
  }

  /** A pool that is locked is full, and nobody has entered it. */
  private boolean mayBeLocked() {
    boolean may = false;
    for (PoolStage pool : journey.pools) {
      long entered = pool.entered();
      may |= entered == entries[pool.place] && pool.inside() >= rooms[pool.place];
      entries[pool.place] = entered;
    }
    return may;
  }

  private static @Nullable Seen seen(Walker walker) {
    int moves = walker.moves();
    PoolVisit waits = walker.waits();
    List<Integer> held = new ArrayList<>();
    for (PoolVisit visit = walker.innermost(); visit != null; visit = visit.outer()) {
      held.add(visit.pool.place);
    }
    return waits == null || held.isEmpty() || moves != walker.moves()
        ? null
        : new Seen(waits, moves, held);
  }

  private @Nullable Deadlock found(Collection<Seen> persons) {
    Deadlocks forEver = new Deadlocks(rooms);
    Deadlocks all = new Deadlocks(rooms);
    long latestNanos = 0;
    for (Seen person : persons) {
      all.waits(person.pools(), person.wanted());
      if (person.waits.forEver()) {
        forEver.waits(person.pools(), person.wanted());
      }
      latestNanos = Math.max(latestNanos, person.waits.arrivedNanos());
    }
    if (forEver.found()) {
      return Deadlock.of(forEver, stage.scenario, journey.journey, latestNanos);
    }
    if (firstPassed == null && all.found()) {
      firstPassed = Deadlock.endedByPatience(all, stage.scenario, journey.journey, latestNanos);
    }
    return null;
  }

  /** The first that was seen of those that patience ends; null: there was none. */
  @Nullable Deadlock firstPassed() {
    return firstPassed;
  }
}
