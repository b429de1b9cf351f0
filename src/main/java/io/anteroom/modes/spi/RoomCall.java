package io.anteroom.modes.spi;

/** What a person does in its room. Any number of virtual threads use it at once. */
public interface RoomCall {
  /**
   * Does it once. How long that takes is the hold that is measured.
   *
   * @param holdNanos how long the schedule would have it take, at least 0; an activity that lasts
   *     as long as it lasts does without
   * @throws InterruptedException if the person is interrupted
   * @throws Exception ends the run, which says so
   */
  void perform(long holdNanos) throws Exception;

  /**
   * Gives back what it has opened. It is called once, when the persons have gone, or can be made to
   * leave, and may take up to half a minute.
   *
   * @throws Exception ends the run, which says so
   */
  default void close() throws Exception {}
}
