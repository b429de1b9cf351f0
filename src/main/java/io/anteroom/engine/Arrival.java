package io.anteroom.engine;

import io.anteroom.result.Offer;

/** Lets the persons of a run in: each way of arriving is one implementation. Runs on one thread. */
interface Arrival {
  /**
   * Lets everybody in, and returns when nobody comes any more or the run is being stopped.
   *
   * @return what was offered, and what became of it in the same time
   */
  Offer letIn();
}
