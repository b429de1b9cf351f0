package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.ScenarioKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Stream;

/** A {@link StampedLock} a room: visits that read share it, the others have it to themselves. */
final class StampedRooms implements LockingMode {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "stamped",
              "StampedLock: readers share, writers have it alone",
              List.of(Line.PER_ROOM),
              Set.of(Trait.GIVES_UP),
              List.of(ScenarioKey.READERS),
              new Discipline.InLine(false)),
          StampedRooms::new);

  private static final long REFUSED = 0;

  private final RoomChoice choice;
  private final List<StampedLock> locks;

  StampedRooms(Premises premises) {
    this.choice = RoomChoice.of(premises);
    this.locks = Stream.generate(StampedLock::new).limit(premises.rooms().size()).toList();
  }

  @Override
  public boolean visit(Visit visit) throws InterruptedException {
    Room room = choice.choose(visit);
    try {
      StampedLock lock = locks.get(room.index());
      long leftNanos = visit.patienceLeftNanos();
      long stamp = visit.reads() ? read(lock, leftNanos) : write(lock, leftNanos);
      if (stamp == REFUSED) {
        visit.refused();
        return false;
      }
      stay(visit, room, lock, stamp);
      return true;
    } finally {
      choice.left(room);
    }
  }

  private static long read(StampedLock lock, long leftNanos) throws InterruptedException {
    return leftNanos == Visit.FOR_EVER
        ? lock.readLockInterruptibly()
        : lock.tryReadLock(leftNanos, TimeUnit.NANOSECONDS);
  }

  private static long write(StampedLock lock, long leftNanos) throws InterruptedException {
    return leftNanos == Visit.FOR_EVER
        ? lock.writeLockInterruptibly()
        : lock.tryWriteLock(leftNanos, TimeUnit.NANOSECONDS);
  }

  private static void stay(Visit visit, Room room, StampedLock lock, long stamp)
      throws InterruptedException {
    try {
      visit.stay(room);
    } finally {
      lock.unlock(stamp);
    }
  }
}
