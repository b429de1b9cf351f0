package io.anteroom.result;

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
public record Offer(
    long arrivals, long ended, long startNanos, long endNanos, long waiting, long lateNanos) {
  /** So many of them a second. */
  public double perSecond(long count) {
    return endNanos > startNanos ? count * 1e9 / (endNanos - startNanos) : 0;
  }
}
