package io.anteroom.modes.locking;

import io.anteroom.scenario.schedule.Draws;

/**
 * One visit of one person, as a locking mode sees it. Confined to the person's thread.
 *
 * <p>Persons and visits count from 0.
 */
public interface Visit {
  /** The patience of a visit that never gives up. */
  long FOR_EVER = Long.MAX_VALUE;

  /** Who visits. */
  int person();

  /** Which of the person's visits this is. */
  long number();

  /** The lower the number, the earlier a line that goes by priorities serves the person. */
  default int priority() {
    return 1;
  }

  /** A source of random numbers for the calling thread. */
  Draws draws();

  /** Whether the visit shares its room with other readers, where the mode can do that. */
  boolean reads();

  /**
   * How long the visit still waits before it gives up, in nanoseconds: 0 or less when it should
   * give up now, {@link #FOR_EVER} if it never does.
   */
  long patienceLeftNanos();

  /** Notes that the visit waits for this room and no other. */
  void waitsFor(Room room);

  /** Notes an attempt that found no free room: "lock is not free...". */
  void refused();

  /**
   * Occupies the room for as long as the visit holds it. Called at most once, by the locking mode,
   * when the room is the visit's; the mode gives the room back afterwards, also when this throws.
   *
   * @throws InterruptedException if the person is interrupted in its room
   */
  void stay(Room room) throws InterruptedException;
}
