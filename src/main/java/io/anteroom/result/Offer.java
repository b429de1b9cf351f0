package io.anteroom.result;

/**
 * Arrivals and ends of visits in the measured part of a run of an open model.
 *
 * @param arrivals visits that were intended to begin in it, before its last moment
 * @param ended visits completed or given up in it
 * @param startNanos when it began
 * @param endNanos when it ended, with the arrivals
 * @param waiting persons who waited when arrivals ended
 * @param lateNanos how much later than intended the last person was let in
 */
public record Offer(
    long arrivals, long ended, long startNanos, long endNanos, long waiting, long lateNanos) {
  /** So many of them a second. */
  public double perSecond(long count) {
    return endNanos > startNanos ? count * 1e9 / (endNanos - startNanos) : 0;
  }
}
