package io.anteroom.run.simulate;

/**
 * Learns what becomes of journeys and of the visits to pools in them, when it has happened. Times
 * are in nanoseconds since the start of the run and calls come in their order. What {@code counts}
 * is measured. Confined to the simulation's thread.
 */
interface JourneyLog {
  /** A visit begins. */
  default void begins(
      int person, long visit, int personClass, boolean counts, long intendedNanos) {}

  /**
   * A person has been in a room for a while, until it left it, was sent out or the run ended; a
   * visit from which it was sent out has several such whiles. Other events follow.
   *
   * @param arrivedNanos since when it had waited for that
   */
  default void stays(long arrivedNanos, long enteredNanos, long untilNanos) {}

  /**
   * A person leaves a room of a step's pool.
   *
   * @param enteredNanos if it was sent out meanwhile: so long before it left as it was inside in
   *     all
   */
  default void leaves(
      int person,
      long visit,
      int personClass,
      boolean counts,
      int step,
      long arrivedNanos,
      long enteredNanos,
      long leftNanos) {}

  /** A person gives up waiting at a step. */
  default void givesUp(
      int person,
      long visit,
      int personClass,
      boolean counts,
      int step,
      long arrivedNanos,
      long atNanos) {}

  /** A visit comes to the end of its journey, having waited for so long in all. */
  default void completes(
      int person,
      long visit,
      int personClass,
      boolean counts,
      long intendedNanos,
      long waitNanos,
      long atNanos) {}

  /** A visit is over since the person gave up, having waited for so long in all. */
  default void abandons(
      int person,
      long visit,
      int personClass,
      boolean counts,
      long intendedNanos,
      long waitNanos,
      long atNanos) {}

  /** An arrival finds as many persons present as there may be. */
  default void turnsAway(int person, int personClass, boolean counts, long atNanos) {}

  /** The end of the run finds a person waiting at a step. */
  default void waitsStill(
      int personClass, boolean counts, int step, long arrivedNanos, long untilNanos) {}

  /**
   * The end of the run finds a person in a room of a step's pool, or sent out of one.
   *
   * @param enteredNanos so long before the end as it was inside in all
   */
  default void holdsStill(
      int personClass,
      boolean counts,
      int step,
      long arrivedNanos,
      long enteredNanos,
      long untilNanos) {}

  /** The end of the run finds a visit that is not over, having waited for so long in all. */
  default void isCut(
      int person,
      long visit,
      int personClass,
      boolean counts,
      long intendedNanos,
      long waitNanos,
      long untilNanos) {}
}
