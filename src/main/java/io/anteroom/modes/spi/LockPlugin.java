package io.anteroom.modes.spi;

/** A lock of the user's own. */
public non-sealed interface LockPlugin extends ModePlugin {
  /**
   * Makes the lock of a run. It may take up to half a minute.
   *
   * @param rooms how many persons it lets in at once, at least 1
   * @throws Exception ends the run, which says so
   */
  RoomLock open(int rooms) throws Exception;

  /**
   * Whether a lock guards one room, as a mutex does. Then each room has a lock of its own, a person
   * waits for one of them, and {@code rooms} is always 1. Else scenarios choose: one lock for all
   * rooms, or one for each with {@code line: per-room}.
   */
  default boolean guardsOneRoom() {
    return false;
  }
}
