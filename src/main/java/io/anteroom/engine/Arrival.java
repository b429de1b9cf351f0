package io.anteroom.engine;

/** Lets the persons of a run in: each way of arriving is one implementation. Runs on one thread. */
interface Arrival {
  /**
   * Lets everybody in, and returns when nobody comes any more or the run is being stopped.
   *
   * @return what was offered, and what became of it in the same time
   */
  Offer letIn();

  /**
   * Arrivals and ends of visits over the same time: the measured part of the time of arrivals.
   *
   * @param arrivals visits that were intended to begin
   * @param ended visits completed or given up
   * @param startNanos when the measured part began
   * @param endNanos when arrivals ended
   * @param waiting persons who waited when arrivals ended
   * @param lateNanos how much later than intended the last person was let in
   */
  record Offer(
      long arrivals, long ended, long startNanos, long endNanos, long waiting, long lateNanos) {
    double perSecond(long count) {
      return endNanos > startNanos ? count * 1e9 / (endNanos - startNanos) : 0;
    }
  }
}
