package io.anteroom.theory;

import io.anteroom.scenario.Order;

/**
 * Poisson arrivals, exponential holds, one line: M/M/c.
 *
 * <p>Source: A. K. Erlang 1917; D. Gross, J. F. Shortle, J. M. Thompson, C. M. Harris, Fundamentals
 * of Queueing Theory, 4th ed. 2008, section 2.3. The orders: J. F. C. Kingman, On queues in which
 * customers are served in random order, 1962.
 */
final class ErlangC implements HasTail {
  private final double loadPerRoom;
  private final double waited;
  private final double spareRate;
  private final ExponentialWait tail;

  /**
   * The steady state of a queue.
   *
   * @throws IllegalArgumentException if the queue is not stable
   */
  ErlangC(Queue queue) {
    queue.requireStable();
    double blocking = ErlangB.blocking(queue.rooms(), queue.load());
    loadPerRoom = queue.loadPerRoom();
    waited = blocking / (1 - loadPerRoom * (1 - blocking));
    spareRate = (queue.rooms() - queue.load()) / queue.meanHold();
    tail = new ExponentialWait(waited, spareRate);
  }

  /** The probability that an arrival finds all rooms taken. */
  double waited() {
    return waited;
  }

  /** The mean wait over all visits; the order in which they are served does not matter. */
  double meanWait() {
    return waited / spareRate;
  }

  /** The standard deviation of the wait over all visits. */
  double stddevWait(Order order) {
    return Spread.stddev(order, meanWait(), 2 * waited / spareRate / spareRate, loadPerRoom);
  }

  /** The probability that more persons than that wait, in any order. */
  double moreWaitingThan(long persons) {
    return waited * Math.pow(loadPerRoom, persons + 1.0);
  }

  /** The wait over all visits, first come, first served. */
  @Override
  public WaitTail tail() {
    return tail;
  }
}
