package io.anteroom.modes.locking;

import org.jspecify.annotations.Nullable;

/** A mode that hands out free rooms: who has taken one stays in it and gives it back. */
abstract class PoolMode implements LockingMode {
  /** A free room; null if the person's patience was over before there was one. */
  abstract @Nullable Room takeRoom(Visit visit) throws InterruptedException;

  /** Gives back a room that was taken. */
  abstract void giveBack(Room room);

  @Override
  public final boolean visit(Visit visit) throws InterruptedException {
    Room room = takeRoom(visit);
    if (room == null) {
      visit.refused();
      return false;
    }
    stay(visit, room);
    return true;
  }

  private void stay(Visit visit, Room room) throws InterruptedException {
    try {
      visit.stay(room);
    } finally {
      giveBack(room);
    }
  }
}
