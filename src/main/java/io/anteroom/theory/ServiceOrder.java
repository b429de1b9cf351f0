package io.anteroom.theory;

/**
 * Who of those waiting is next. The mean wait is the same for all that do not look at the holds;
 * the spread is not.
 *
 * <p>Source of the second moments, for M/M/c and M/G/1: J. F. C. Kingman, On queues in which
 * customers are served in random order, 1962; L. Takács, Delay distributions for one line with
 * Poisson input, 1963.
 */
enum ServiceOrder {
  /** First come, first served. */
  FIFO,
  /** Each of those waiting with equal probability. */
  RANDOM,
  /** Last come, first served. */
  LIFO;

  /**
   * The standard deviation of the wait.
   *
   * @param mean of the wait
   * @param fifoSecondMoment of the wait under first come, first served
   * @param loadPerRoom less than 1
   */
  double stddev(double mean, double fifoSecondMoment, double loadPerRoom) {
    double secondMoment =
        switch (this) {
          case FIFO -> fifoSecondMoment;
          case RANDOM -> fifoSecondMoment / (1 - loadPerRoom / 2);
          case LIFO -> fifoSecondMoment / (1 - loadPerRoom);
        };
    return Math.sqrt(secondMoment - mean * mean);
  }
}
