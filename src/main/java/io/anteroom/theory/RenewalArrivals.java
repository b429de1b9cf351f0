package io.anteroom.theory;

/**
 * Independent gaps of any distribution, exponential holds, one line: GI/M/c. Who waits, waits for
 * an exponential time.
 *
 * <p>Source: L. Takács, On a queueing problem concerning telephone traffic, 1957, and Introduction
 * to the Theory of Queues, 1962, chapter 2; D. Gross and others, Fundamentals of Queueing Theory,
 * 4th ed. 2008, section 5.3.
 */
final class RenewalArrivals implements HasTail {
  private static final double NEAR = 1e-8;

  private final Gaps gaps;
  private final Queue queue;
  private final double complementOfRoot;
  private final double waited;
  private final double spareRate;
  private final ExponentialWait tail;

  /**
   * The steady state.
   *
   * @param gaps with a mean of 1 over the queue's arrival rate
   * @throws IllegalArgumentException if the queue is not stable
   */
  RenewalArrivals(Queue queue, Gaps gaps) {
    this.queue = queue.requireStable();
    this.gaps = gaps;
    complementOfRoot = complementOfRoot();
    waited = 1 / (1 + complementOfRoot * statesBelow());
    spareRate = queue.capacity() * complementOfRoot;
    tail = new ExponentialWait(waited, spareRate);
  }

  /**
   * What the root of {@code x = E exp(-(1 - x) capacity gap)} between 0 and 1 lacks to 1, by
   * bisection. It is this that heavy load needs exactly.
   */
  private double complementOfRoot() {
    double least = 0;
    double most = 1;
    double middle = 0.5;
    while (middle > least && middle < most) {
      if (gaps.complement(queue.capacity() * middle) > middle) {
        least = middle;
      } else {
        most = middle;
      }
      middle = least + (most - least) / 2;
    }
    return middle;
  }

  /** Takács's sum over the numbers of taken rooms. Every term is positive. */
  private double statesBelow() {
    int rooms = queue.rooms();
    double sum = 0;
    double logWeight = 0;
    for (int taken = 1; taken <= rooms && sum < Double.POSITIVE_INFINITY; taken++) {
      double log = gaps.logTransform(taken / queue.meanHold());
      double logComplement = Math.log(-Math.expm1(log));
      logWeight += Math.log((rooms - taken + 1.0) / taken) - log + logComplement;
      double weight = Math.exp(logWeight - logComplement);
      sum += weight == Double.POSITIVE_INFINITY ? weight : weight * slope(taken, log);
    }
    return sum;
  }

  /** Its numerator and denominator change sign together, where the root is met. */
  private double slope(int taken, double log) {
    double denominator = distance(taken, Math.log(root()));
    if (Math.abs(denominator) > NEAR * queue.rooms()) {
      return distance(taken, log) / denominator;
    }
    double step = 1e-5 * taken;
    double rise =
        gaps.complement((taken + step) / queue.meanHold())
            - gaps.complement((taken - step) / queue.meanHold());
    return 1 - queue.rooms() * rise / (2 * step);
  }

  /** Rooms times what a transform lacks to 1, less the taken rooms; keeps the digits. */
  private double distance(int taken, double logTransform) {
    int rooms = queue.rooms();
    return taken < rooms / 2
        ? -rooms * Math.expm1(logTransform) - taken
        : rooms - taken - rooms * Math.exp(logTransform);
  }

  /** The root: how many times likelier each further waiting person is at arrivals. */
  double root() {
    return Math.exp(gaps.logTransform(queue.capacity() * complementOfRoot));
  }

  /** The probability that an arrival finds all rooms taken. */
  double waited() {
    return waited;
  }

  /** The mean wait over all visits. */
  double meanWait() {
    return waited / spareRate;
  }

  /** The standard deviation of the wait over all visits, first come, first served. */
  double stddevWait() {
    return Math.sqrt(waited * (2 - waited)) / spareRate;
  }

  /** The wait over all visits, first come, first served. */
  @Override
  public WaitTail tail() {
    return tail;
  }
}
