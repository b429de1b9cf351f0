package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * {@link ReentrantLock}: one a room, held during the visit; or, with a shared line, one that guards
 * the list of free rooms, with a condition to wait on. The fair variant serves its line in order;
 * the other lets newcomers barge.
 */
final class Reentrant {
  static final ModeType UNFAIR = type("reentrant", "ReentrantLock, newcomers may barge", false);
  static final ModeType FAIR =
      type("reentrant-fair", "ReentrantLock, first come first served", true);

  private Reentrant() {}

  private static ModeType type(String name, String summary, boolean fair) {
    return new ModeType(
        new ModeTraits(
            name,
            summary,
            List.of(Line.PER_ROOM, Line.SHARED),
            Set.of(Trait.GIVES_UP),
            List.of(),
            new Discipline.InLine(fair)),
        premises ->
            premises.sharedLine() ? sharedLine(premises, fair) : new LinePerRoom(premises, fair));
  }

  private static LockingMode sharedLine(Premises premises, boolean fair) {
    return fair ? new FairConditionPool(premises) : new ConditionPool(premises);
  }

  /** A lock a room. */
  private static final class LinePerRoom implements LockingMode {
    private final RoomChoice choice;
    private final List<ReentrantLock> locks;

    LinePerRoom(Premises premises, boolean fair) {
      this.choice = RoomChoice.of(premises);
      this.locks =
          Stream.generate(() -> new ReentrantLock(fair)).limit(premises.rooms().size()).toList();
    }

    @Override
    public boolean visit(Visit visit) throws InterruptedException {
      Room room = choice.choose(visit);
      try {
        return visit(visit, room, locks.get(room.index()));
      } finally {
        choice.left(room);
      }
    }

    private static boolean visit(Visit visit, Room room, ReentrantLock lock)
        throws InterruptedException {
      long leftNanos = visit.patienceLeftNanos();
      if (leftNanos == Visit.FOR_EVER) {
        lock.lockInterruptibly();
      } else if (!lock.tryLock(leftNanos, TimeUnit.NANOSECONDS)) {
        visit.refused();
        return false;
      }
      stay(visit, room, lock);
      return true;
    }

    private static void stay(Visit visit, Room room, ReentrantLock lock)
        throws InterruptedException {
      try {
        visit.stay(room);
      } finally {
        lock.unlock();
      }
    }
  }
}
