package io.anteroom.theory;

/**
 * Poisson arrivals, holds of one length, one line: M/D/c, first come, first served.
 *
 * <p>After a hold has passed, all who were in a room have left and all who arrived are there: the
 * number waiting is a random walk of steps {@code arrivals during a hold - rooms}, kept from
 * falling below 0. Its distribution is compound Poisson, by Spitzer's identity, whose jumps {@code
 * j} come at the rate {@code sum over n of P(n holds bring n * rooms + j arrivals) / n}. So all
 * that is summed is positive, and no roots are needed but the one that governs the far tail.
 *
 * <p>Source: C. D. Crommelin, Delay probability formulae when the holding times are constant, 1932;
 * F. Spitzer, A combinatorial lemma and its application to probability theory, 1956; H. H. Panjer
 * 1981 (the recursion); G. J. Franx, A simple solution for the M/D/c waiting time distribution,
 * 2001; R. Haji, G. F. Newell, A relation between stationary queue and waiting time distributions,
 * 1971 (the second moment).
 */
final class FixedHold implements WaitTail {
  private final Queue queue;

  /** Up to this many waiting the probabilities are computed; beyond, they fall geometrically. */
  private final int last;

  private final double ratio;

  /** The probability that so many wait as the index, or more, for up to {@link #last}. */
  private final double[] atLeast;

  private final double meanWaiting;
  private final double pairsWaiting;

  /**
   * The steady state. The time it takes grows with the rooms, and is below a second for a million.
   *
   * @throws IllegalArgumentException if the queue is not stable
   */
  FixedHold(Queue queue) {
    this.queue = queue.requireStable();
    // The next root of the far tail falls off faster by a factor of exp(sqrt(2 pi / rooms)).
    last = (int) (16 * Math.sqrt(queue.rooms())) + 64;
    ratio = 1 / (1 + excessOfRoot(queue.loadPerRoom()));
    double[] probabilities = compound(new SpitzerJumps(queue, last).rates());
    double beyond = probabilities[last] * ratio / (1 - ratio);
    double sum = beyond;
    double mean = beyond * (last + 1 / (1 - ratio));
    double pairs = beyond * pairsBeyond();
    atLeast = new double[last + 1];
    for (int waiting = last; waiting >= 0; waiting--) {
      sum += probabilities[waiting];
      mean += probabilities[waiting] * waiting;
      pairs += probabilities[waiting] * waiting * (waiting - 1.0);
      atLeast[waiting] = sum;
    }
    for (int waiting = 0; waiting <= last; waiting++) {
      atLeast[waiting] /= sum;
    }
    meanWaiting = mean / sum;
    pairsWaiting = pairs / sum;
  }

  /** The mean of {@code waiting * (waiting - 1)}, given that more wait than {@link #last}. */
  private double pairsBeyond() {
    double steps = 1 / (1 - ratio);
    return last * (last - 1.0) + 2 * last * steps + 2 * ratio * steps * steps;
  }

  /** By what the root above 1 of {@code ln x = loadPerRoom * (x - 1)} exceeds 1. */
  private static double excessOfRoot(double loadPerRoom) {
    double least = 0;
    double most = 1;
    while (Math.log1p(most) > loadPerRoom * most) {
      most *= 2;
    }
    double middle = most / 2;
    while (middle > least && middle < most) {
      if (Math.log1p(middle) > loadPerRoom * middle) {
        least = middle;
      } else {
        most = middle;
      }
      middle = least + (most - least) / 2;
    }
    return middle;
  }

  /** The probabilities of a compound Poisson sum, relative to that of 0. */
  private static double[] compound(double[] rates) {
    double[] probabilities = new double[rates.length];
    probabilities[0] = 1;
    for (int sum = 1; sum < rates.length; sum++) {
      double weighted = 0;
      for (int jump = 1; jump <= sum; jump++) {
        weighted += jump * rates[jump] * probabilities[sum - jump];
      }
      probabilities[sum] = weighted / sum;
    }
    return probabilities;
  }

  private double atLeast(double waiting) {
    if (waiting <= 0) {
      return 1;
    }
    return waiting <= last
        ? atLeast[(int) waiting]
        : atLeast[last] * Math.pow(ratio, waiting - last);
  }

  /** The probability that an arrival finds all rooms taken. */
  double waited() {
    return exceeds(0);
  }

  /** The mean wait over all visits. */
  double meanWait() {
    return queue.meanWait(meanWaiting);
  }

  /** The standard deviation of the wait over all visits, by the distributional Little's law. */
  double stddevWait() {
    double secondMoment = pairsWaiting / queue.arrivalRate() / queue.arrivalRate();
    return Spread.stddev(meanWait(), secondMoment);
  }

  /**
   * The wait over all visits. It exceeds a time if, of those waiting at some time and those who
   * arrive from then until the visit's entry must be certain, there are too many.
   */
  @Override
  public double exceeds(double time) {
    double holds = Math.floor(time / queue.meanHold()) + 1;
    double arrivals = queue.arrivalRate() * Math.max(0, holds * queue.meanHold() - time);
    return Poisson.expectation(arrivals, count -> atLeast(holds * queue.rooms() - count));
  }
}
