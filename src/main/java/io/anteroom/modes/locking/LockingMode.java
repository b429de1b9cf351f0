package io.anteroom.modes.locking;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * How persons get rooms. One instance serves all persons of a run, so it is safe for use by any
 * number of threads.
 *
 * <p>The method is block-structured (it calls {@link Visit#stay} between getting and giving back),
 * because a monitor can be held in no other way. Where a mode has a method named {@code stay} that
 * does so, the launcher keeps it out of the frame of a person that waits: in a mass every byte
 * counts.
 */
public interface LockingMode extends AutoCloseable {
  /**
   * Waits for a room, lets the visit stay in it, gives it back.
   *
   * @return false if the visit gave up, and then it never had a room
   * @throws InterruptedException if the person is interrupted while it waits (where the mode can
   *     notice) or stays; nothing is held then
   */
  boolean visit(Visit visit) throws InterruptedException;

  /**
   * Opens all that the mode lends, such as connections, so that the first persons do not wait for
   * that. Called once at most, before anybody comes, and may be interrupted. Where something can't
   * be opened it ends early: whoever wants that finds out.
   */
  default void fill() {}

  /**
   * Gives back what the mode has opened, such as connections. It is called once, when nobody is in
   * a room or waits any more, or can be made to leave.
   *
   * @throws IOException if that fails; the run is then a fault
   */
  @Override
  default void close() throws IOException {}

  /**
   * Lets so many persons in at once from now on. A room that is to close does so when the person in
   * it leaves. Called by one thread, and only where the mode's traits say that it can.
   *
   * @param rooms from 0 to as many as the premises have
   */
  default void openRooms(int rooms) {
    throw new UnsupportedOperationException("the rooms of this mode are always the same");
  }

  /**
   * Counts how many persons the mode lets in at once. Called once, when all persons have gone.
   *
   * @return empty: it is known by how the mode is made
   * @throws InterruptedException if the calling thread is interrupted
   */
  default OptionalInt countRooms() throws InterruptedException {
    return OptionalInt.empty();
  }

  /** Whether the mode promises mutual exclusion. */
  default boolean excludes() {
    return true;
  }
}
