package io.anteroom.theory;

import io.anteroom.scenario.Order;

/**
 * Poisson arrivals at one room, holds of any distribution: M/G/1.
 *
 * <p>Source: F. Pollaczek 1930, A. Y. Khinchine 1932; L. Kleinrock, Queueing Systems I, 1975,
 * section 5.7; the second moment by Takács's recursion, 1962.
 */
final class PollaczekKhinchine {
  private final double load;
  private final double meanWait;
  private final double secondMoment;

  /**
   * The steady state.
   *
   * @param arrivalRate per unit of time
   * @param hold moments in that unit; infinite ones make the results that need them infinite
   * @throws IllegalArgumentException if the queue is not stable
   */
  PollaczekKhinchine(double arrivalRate, DurationMoments hold) {
    load = new Queue(1, arrivalRate, hold.mean()).requireStable().load();
    meanWait = arrivalRate * hold.second() / (2 * (1 - load));
    secondMoment = 2 * meanWait * meanWait + arrivalRate * hold.third() / (3 * (1 - load));
  }

  /** The probability that an arrival finds the room taken. */
  double waited() {
    return load;
  }

  /** The mean wait over all visits; the order in which they are served does not matter. */
  double meanWait() {
    return meanWait;
  }

  /** The standard deviation of the wait over all visits. */
  double stddevWait(Order order) {
    return Spread.stddev(order, meanWait, secondMoment, load);
  }
}
