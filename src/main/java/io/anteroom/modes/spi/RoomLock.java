package io.anteroom.modes.spi;

/**
 * Lets so many persons in at once, and no more. Any number of virtual threads use it at once.
 *
 * <p>Anteroom counts the rooms itself: a lock that lets in too many persons, or too few in the end,
 * makes the run invalid.
 */
public interface RoomLock {
  /**
   * The patience of a person that never gives up, in nanoseconds: 73 years. A timed wait of the JDK
   * may be handed it. With a patience over {@code Long.MAX_VALUE / 2} virtual threads of JDK 21
   * hang now and then.
   */
  long FOR_EVER = Long.MAX_VALUE / 4;

  /**
   * Waits until the calling person may enter.
   *
   * @param patienceNanos how long it waits at most, from 0 on; {@link #FOR_EVER}: as long as it
   *     takes
   * @return false if it gave up: it is not inside, and {@link #leave} is not called
   * @throws InterruptedException if the person is interrupted; it is not inside
   * @throws Exception ends the run, which says so
   */
  boolean enter(long patienceNanos) throws Exception;

  /**
   * Lets go of what {@link #enter} got, on the same thread.
   *
   * @throws Exception ends the run, which says so
   */
  void leave() throws Exception;

  /**
   * Gives back what it has opened. It is called once, when nobody is inside or waits any more, or
   * can be made to leave, and may take up to half a minute.
   *
   * @throws Exception ends the run, which says so
   */
  default void close() throws Exception {}
}
