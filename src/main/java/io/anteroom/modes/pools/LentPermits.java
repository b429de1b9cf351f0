package io.anteroom.modes.pools;

import io.anteroom.modes.locking.FreeRooms;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Room;
import io.anteroom.modes.locking.Visit;
import org.jspecify.annotations.Nullable;

/**
 * A library that lends permits and nothing else: whoever has one takes a free room, or is a
 * violation where there is none. How long a visit waits at most is the library's own timeout.
 */
final class LentPermits implements LockingMode {
  /** Lends permits. Safe for use by any number of threads. */
  @FunctionalInterface
  interface Lender {
    /** A permit; null if the timeout was over, or if the thread is interrupted: it is so then. */
    @Nullable Permit lend();
  }

  /** What was lent, to be given back once. */
  @FunctionalInterface
  interface Permit {
    /**
     * Gives it back.
     *
     * @param stayed whether the visit stayed to its end, so that the library may learn from it
     */
    void giveBack(boolean stayed);
  }

  private final Lender lender;
  private final boolean neverRefuses;
  private final FreeRooms free;
  private final Room none = Room.occupiedForEver();

  /** A mode in which whoever has no patience asks again when the library's own limit is over. */
  LentPermits(Premises premises, Lender lender) {
    this.lender = lender;
    this.neverRefuses = premises.scenario().stay().patience() == null;
    this.free = new FreeRooms(premises.rooms());
  }

  @Override
  public boolean visit(Visit visit) throws InterruptedException {
    Permit permit = lender.lend();
    while (permit == null) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!neverRefuses) {
        visit.refused();
        return false;
      }
      permit = lender.lend();
    }
    stay(visit, permit);
    return true;
  }

  private void stay(Visit visit, Permit permit) throws InterruptedException {
    boolean stayed = false;
    Room taken = free.take();
    Room room = taken == null ? none : taken;
    try {
      visit.stay(room);
      stayed = true;
    } finally {
      if (taken != null) {
        free.giveBack(taken);
      }
      permit.giveBack(stayed);
    }
  }
}
