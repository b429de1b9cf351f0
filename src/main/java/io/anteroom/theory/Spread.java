package io.anteroom.theory;

import io.anteroom.scenario.Order;

/** Standard deviations of waits from their moments. */
final class Spread {
  private Spread() {}

  /** The standard deviation, 0 where rounding would make it imaginary. */
  static double stddev(double mean, double secondMoment) {
    return Math.sqrt(Math.max(0, secondMoment - mean * mean));
  }

  /**
   * The standard deviation of the wait in M/M/c and M/G/1. The mean is the same for all orders that
   * do not look at the holds; the spread is not.
   *
   * <p>Source: J. F. C. Kingman, On queues in which customers are served in random order, 1962; L.
   * Takács, Delay distributions for one line with Poisson input, 1963.
   *
   * @param fifoSecondMoment of the wait under first come, first served
   * @param loadPerRoom less than 1
   */
  static double stddev(Order order, double mean, double fifoSecondMoment, double loadPerRoom) {
    double secondMoment =
        switch (order) {
          // Persons of one class are served in order.
          case FIFO, PRIORITY, PREEMPT_RESUME -> fifoSecondMoment;
          case RANDOM -> fifoSecondMoment / (1 - loadPerRoom / 2);
          case LIFO -> fifoSecondMoment / (1 - loadPerRoom);
        };
    return stddev(mean, secondMoment);
  }
}
