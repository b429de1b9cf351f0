package io.anteroom.modes.locking;

import org.jspecify.annotations.Nullable;

/**
 * What a person tries when it does not simply wait: the door of one room, or the common door of all
 * rooms. Safe for use by any number of threads.
 */
interface Door {
  /** Tries once, without waiting: a room, or null. */
  @Nullable Room tryOpen();

  /**
   * Tries for a while: a room, or null when {@code nanos} have passed.
   *
   * @throws InterruptedException if the thread is interrupted; nothing is held then
   */
  @Nullable Room tryOpen(long nanos) throws InterruptedException;

  /** Stays in the room that this door gave to the calling thread, then closes. */
  default void stay(Visit visit, Room room) throws InterruptedException {
    try {
      visit.stay(room);
    } finally {
      close(room);
    }
  }

  /** Gives back the room that this door gave to the calling thread. */
  void close(Room room);
}
