package io.anteroom.theory;

/**
 * An approximation for gaps and holds of any distribution, one line: G/G/c. It is exact for M/M/c
 * and for M/G/1, good near full load, and off by tens of percent where little waits.
 *
 * <p>Source: A. O. Allen, Probability, Statistics, and Queueing Theory, 2nd ed. 1990, section 5.4.
 */
final class AllenCunneen {
  private AllenCunneen() {}

  /**
   * The mean wait over all visits, approximately.
   *
   * @param gapVariation squared coefficient of variation of the gaps between arrivals
   * @param holdVariation that of the holds
   * @throws IllegalArgumentException if the queue is not stable
   */
  static double meanWait(Queue queue, double gapVariation, double holdVariation) {
    return new ErlangC(queue).meanWait() * (gapVariation + holdVariation) / 2;
  }
}
