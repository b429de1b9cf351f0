package io.anteroom.run.engine;

import io.anteroom.measure.VisitRecorder;

/**
 * Hears of each visit that its person gives up, as soon as it has. Called on the threads of the
 * persons, many at a time; it may neither wait nor keep the person.
 */
interface AbandonmentListener {
  /**
   * A person gives up its present visit.
   *
   * @param recorder where the visit is recorded
   * @param atNanos when it gave up
   */
  void abandons(Person person, VisitRecorder recorder, long atNanos);
}
