package io.anteroom.run.simulate;

/**
 * Learns what becomes of every visit, as soon as that is decided: a visit's entry decides when it
 * leaves. Times are in nanoseconds since the start of the run; calls come in the order of the times
 * of entering and giving up. Confined to the simulation's thread.
 */
interface VisitLog {
  /**
   * A visit gets its room.
   *
   * @param door its room where each room has its own line; 0 where they share one
   * @param refusals its attempts in vain before
   */
  void enters(
      int person,
      long visit,
      int door,
      long intendedNanos,
      long enteredNanos,
      long leftNanos,
      long refusals);

  /**
   * Successive arrivals of an open model get their rooms in the order in which they arrive.
   *
   * @param person who is the first of them; the others follow
   */
  default void enterInTurn(
      int person, long[] intendedNanos, long[] enteredNanos, long[] leftNanos, int count) {
    for (int i = 0; i < count; i++) {
      enters(person + i, 0, 0, intendedNanos[i], enteredNanos[i], leftNanos[i], 0);
    }
  }

  /** A visit gives up, its last refusal included in {@code refusals}. */
  void abandons(int person, long visit, long intendedNanos, long atNanos, long refusals);

  /** An arrival finds as many persons present as there may be. */
  void turnsAway(int person, long atNanos);

  /** A visit enters an occupied room; {@link #enters} follows. */
  void violates();

  /**
   * The end of the run finds a visit that still waits.
   *
   * @param untilNanos when the run ended
   */
  void leavesWaiting(int person, long visit, long intendedNanos, long untilNanos, long refusals);
}
