package io.anteroom.modes.spi;

import org.jspecify.annotations.Nullable;

/**
 * Lends so many resources at once, and no more. Any number of virtual threads use it at once.
 *
 * <p>Anteroom counts what is lent itself: a pool that lends one resource twice, too many, or too
 * few in the end, makes the run invalid.
 *
 * @param <T> what it lends
 */
public interface RoomPool<T> {
  /** The patience of a person that never gives up. */
  long FOR_EVER = RoomLock.FOR_EVER;

  /**
   * Waits until the calling person may have a resource.
   *
   * @param patienceNanos how long it waits at most, from 0 on; {@link #FOR_EVER}: as long as it
   *     takes
   * @return null if it gave up, also because the pool's own timeout was over
   * @throws InterruptedException if the person is interrupted; it has nothing
   * @throws Exception ends the run, which says so
   */
  @Nullable T borrow(long patienceNanos) throws Exception;

  /**
   * Takes back what {@link #borrow} lent, on the same thread.
   *
   * @throws Exception ends the run, which says so
   */
  void giveBack(T resource) throws Exception;

  /**
   * Gives back what it has opened. It is called once, when nothing is lent any more, or can be made
   * to come back, and may take up to half a minute.
   *
   * @throws Exception ends the run, which says so
   */
  default void close() throws Exception {}
}
