package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A {@link Semaphore} of as many permits as there are rooms, and the free ones. */
final class SemaphorePool implements LockingMode {
  static final ModeType UNFAIR = type("semaphore", "Semaphore, newcomers may barge", false);
  static final ModeType FAIR = type("semaphore-fair", "Semaphore, first come first served", true);

  private final Permits permits;
  private final RoomShelves free;

  /** Guarded by nothing: one thread alone changes it. */
  private int open;

  SemaphorePool(Premises premises, boolean fair) {
    this.open = premises.roomsAtFirst();
    this.permits = new Permits(open, fair);
    this.free = new RoomShelves(premises.rooms());
  }

  private static ModeType type(String name, String summary, boolean fair) {
    return new ModeType(
        new ModeTraits(
            name,
            summary,
            List.of(Line.SHARED),
            Set.of(Trait.GIVES_UP, Trait.CHANGES_ROOMS),
            List.of(),
            new Discipline.InLine(fair)),
        premises -> new SemaphorePool(premises, fair));
  }

  @Override
  public boolean visit(Visit visit) throws InterruptedException {
    long leftNanos = visit.patienceLeftNanos();
    if (leftNanos == Visit.FOR_EVER) {
      permits.acquire();
    } else if (!permits.tryAcquire(leftNanos, TimeUnit.NANOSECONDS)) {
      visit.refused();
      return false;
    }
    stay(visit);
    return true;
  }

  @Override
  public void openRooms(int rooms) {
    if (rooms > open) {
      permits.release(rooms - open);
    } else {
      permits.reducePermits(open - rooms);
    }
    open = rooms;
  }

  /** Stays with a permit, and gives it back. */
  private void stay(Visit visit) throws InterruptedException {
    try {
      // Asked on entering, when this thread has just written that memory. On leaving, another
      // processor may have it.
      boolean awaited = permits.hasQueuedThreads();
      Room room = free.take(visit.person());
      try {
        visit.stay(room);
      } finally {
        free.giveBack(room, awaited);
      }
    } finally {
      permits.release();
    }
  }

  /**
   * A semaphore as it is, whose permits may be taken away while persons have them: there are fewer
   * than none until enough of them have left.
   */
  private static final class Permits extends Semaphore {
    private static final long serialVersionUID = 1;

    Permits(int count, boolean fair) {
      super(count, fair);
    }

    @Override
    protected void reducePermits(int reduction) {
      super.reducePermits(reduction);
    }
  }
}
