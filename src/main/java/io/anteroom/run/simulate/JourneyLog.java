package io.anteroom.run.simulate;

/**
 * Hears of the events of journeys and of the visits to pools in them, after each has happened.
 * Times are in nanoseconds since the start of the run; calls come in the order of time. The person
 * changes after a call, so a log that keeps something copies it. Confined to the simulation's
 * thread.
 */
interface JourneyLog {
  /** A visit begins, when it was intended to. */
  default void begins(JourneyingPerson who) {}

  /**
   * A stay in a room is over: the person left, was sent out, or the run ended. A visit during which
   * the person was sent out has several stays. The event that ended the stay follows.
   *
   * @param arrivedNanos when the person began to wait for this stay
   */
  default void stays(long arrivedNanos, long enteredNanos, long untilNanos) {}

  /**
   * A person leaves a room of a step's pool.
   *
   * @param enteredNanos when it entered; if it was sent out meanwhile, the time of leaving less all
   *     the time that it was inside
   */
  default void leaves(
      JourneyingPerson who, int step, long arrivedNanos, long enteredNanos, long leftNanos) {}

  /** A person gives up waiting at a step. */
  default void givesUp(JourneyingPerson who, int step, long arrivedNanos, long atNanos) {}

  /** A visit has ended its journey. */
  default void completes(JourneyingPerson who, long atNanos) {}

  /** A visit ends since the person gave up. */
  default void abandons(JourneyingPerson who, long atNanos) {}

  /** An arrival is turned away: the limit of persons present is reached. */
  default void turnsAway(int person, int personClass, boolean counts, long atNanos) {}

  /** The run ends while a person waits at a step. */
  default void waitsStill(JourneyingPerson who, int step, long arrivedNanos, long untilNanos) {}

  /**
   * The run ends while a person is in a room of a step's pool, or was sent out of one.
   *
   * @param enteredNanos the end of the run less all the time that it was inside
   */
  default void holdsStill(
      JourneyingPerson who, int step, long arrivedNanos, long enteredNanos, long untilNanos) {}

  /** The run ends before the visit does. */
  default void isCut(JourneyingPerson who, long untilNanos) {}
}
