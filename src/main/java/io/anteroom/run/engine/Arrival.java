package io.anteroom.run.engine;

import io.anteroom.measure.ArrivalCount;

/** Lets the persons of a run in: each way of arriving is one implementation. Runs on one thread. */
interface Arrival {
  /**
   * Lets everybody in, and returns when nobody comes any more or the run is being stopped.
   *
   * @return who has arrived
   */
  Arrived letIn();

  /**
   * What is known when nobody comes any more.
   *
   * @param count the arrivals of an open model; empty in a closed one
   * @param waiting persons who wait at that moment
   * @param lateNanos how much later than intended the last person was let in
   */
  record Arrived(ArrivalCount count, long waiting, long lateNanos) {}
}
