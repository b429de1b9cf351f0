package io.anteroom.modes.pools;

import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Room;
import io.anteroom.modes.locking.Visit;
import org.jspecify.annotations.Nullable;

/**
 * A library that lends permits and nothing else: whoever has one takes a free room. How long a
 * visit waits at most is the library's own timeout.
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
  private final LentRooms rooms;

  /** A mode in which whoever has no patience asks again when the library's own limit is over. */
  LentPermits(Premises premises, Lender lender) {
    this.lender = lender;
    this.neverRefuses = premises.scenario().stay().patience() == null;
    this.rooms = new LentRooms(premises.rooms());
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
    Room room = rooms.take(visit);
    try {
      visit.stay(room);
      stayed = true;
    } finally {
      rooms.giveBack(visit, room);
      permit.giveBack(stayed);
    }
  }
}
