package io.anteroom.theory;

/**
 * Poisson arrivals, exponential holds, one line, and persons who give up after an exponential time:
 * M/M/c+M, Erlang A. First come, first served. The tail is that of the visits that get a room.
 *
 * <p>Source: C. Palm, Research on telephone traffic carried by full availability groups, 1957; O.
 * Garnett, A. Mandelbaum, M. Reiman, Designing a Call Center with Impatient Customers, 2002. The
 * tails: F. Baccelli, G. Hebuterne, On queues with impatient customers, 1981, in which the
 * incomplete gamma function is expanded into a series of positive terms.
 */
final class ExponentialPatience implements WaitTail {
  private static final double NEGLIGIBLE = 1e-18;
  private static final double LEAST_PROBABILITY = 1e-250;
  private static final double LARGE = 1e200;
  private static final double LOG_LARGE = Math.log(LARGE);

  private final double arrivalRate;
  private final double capacity;
  private final double givingUpRate;
  private final double waited;
  private final double servedWaited;
  private final double meanWaitOfAll;
  private final double meanWait;
  private final double secondMoment;

  /** The probability of all rooms taken and nobody waiting. */
  private final double nobodyWaits;

  /**
   * The steady state; there is one for any load.
   *
   * @param meanPatience greater than 0; the time it takes grows with {@link #terms}
   */
  ExponentialPatience(Queue queue, double meanPatience) {
    arrivalRate = queue.arrivalRate();
    capacity = queue.capacity();
    givingUpRate = 1 / meanPatience;
    StatesWithWaiting states = new StatesWithWaiting();
    // Relative to the state of all rooms taken and nobody waiting, as is each weight.
    double below = (1 / ErlangB.blocking(queue.rooms(), queue.load()) - 1) * states.scale;
    double all = below + states.weights;
    waited = states.weights / all;
    nobodyWaits = states.scale / all;
    meanWaitOfAll = queue.meanWait(states.waiting / all);
    double served = 1 - abandoned();
    servedWaited = states.served / all / served;
    meanWait = states.servedWait / all / served;
    secondMoment = states.servedSquare / all / served;
  }

  /** Roughly how many numbers of waiting persons have to be looked at. */
  static double terms(Queue queue, double meanPatience) {
    double capacity = queue.capacity();
    double likeliest = Math.max(0, (queue.arrivalRate() - capacity) * meanPatience);
    double spread = 10 * Math.sqrt(Math.max(queue.arrivalRate(), capacity) * meanPatience);
    double geometric = queue.stable() ? 45 / (1 - queue.loadPerRoom()) : Double.POSITIVE_INFINITY;
    return likeliest + Math.min(spread, geometric);
  }

  /**
   * Sums over the numbers of persons waiting that an arrival finds. With {@code j} of them it waits
   * for {@code j + 1} departures, at rates that fall from {@code capacity + j * givingUpRate} to
   * {@code capacity}, and outlasts them with probability {@code capacity / (capacity + (j + 1) *
   * givingUpRate)}.
   */
  private final class StatesWithWaiting {
    double scale = 1;
    double weights;
    double waiting;
    double served;
    double servedWait;
    double servedSquare;

    StatesWithWaiting() {
      double weight = 1;
      double ratio = 1;
      double mean = 0;
      double variance = 0;
      for (double found = 0; ratio >= 1 || weight > NEGLIGIBLE * weights * (1 - ratio); found++) {
        double rate = capacity + (found + 1) * givingUpRate;
        mean += 1 / rate;
        variance += 1 / rate / rate;
        double outlasts = weight * capacity / rate;
        weights += weight;
        waiting += weight * found;
        served += outlasts;
        servedWait += outlasts * mean;
        servedSquare += outlasts * (mean * mean + variance);
        ratio = arrivalRate / rate;
        weight *= ratio;
        if (weight > LARGE) {
          weight /= LARGE;
          shrink();
        }
      }
    }

    private void shrink() {
      scale /= LARGE;
      weights /= LARGE;
      waiting /= LARGE;
      served /= LARGE;
      servedWait /= LARGE;
      servedSquare /= LARGE;
    }
  }

  /** The share of visits that give up: the wait of all of them is ended at this rate. */
  double abandoned() {
    return givingUpRate * meanWaitOfAll;
  }

  /** The probability that an arrival finds all rooms taken. */
  double waited() {
    return waited;
  }

  /** The mean wait of those who get a room and of those who give up. */
  double meanWaitOfAll() {
    return meanWaitOfAll;
  }

  /** The mean wait of those who get a room. */
  double meanWait() {
    return meanWait;
  }

  /** The standard deviation of the wait of those who get a room. */
  double stddevWait() {
    return Spread.stddev(meanWait, secondMoment);
  }

  /** Whether {@link #moreWaitingThan} has digits left to begin with. */
  boolean lineKnown() {
    return nobodyWaits > LEAST_PROBABILITY;
  }

  /** The probability that more persons than that wait, in any order. */
  double moreWaitingThan(long persons) {
    double probability = nobodyWaits;
    double atMost = 0;
    for (long waiting = 0; waiting <= persons; waiting++) {
      atMost += probability;
      probability *= arrivalRate / (capacity + (waiting + 1) * givingUpRate);
    }
    return Math.clamp(waited - atMost, 0, 1);
  }

  /** The wait of those who get a room. */
  @Override
  public double exceeds(double time) {
    return servedWaited * Math.exp(logTail(1, time) - logTail(1, 0));
  }

  /** The wait of those who get a room and of those who give up. */
  double exceedsOfAll(double time) {
    double offered = waited * Math.exp(logTail(0, time) - logTail(0, 0));
    return offered * Math.exp(-givingUpRate * time);
  }

  /**
   * The logarithm, up to a constant, of the probability that a room would be had later than this.
   *
   * @param outlasting 0: by someone of endless patience; 1: by someone who outlasts the wait
   */
  private double logTail(int outlasting, double time) {
    double left = Math.exp(-givingUpRate * time);
    double rate = capacity + outlasting * givingUpRate;
    double sum = 0;
    double scale = 0;
    double term = 1;
    double ratio = 1;
    while (ratio >= 1 || term > NEGLIGIBLE * sum * (1 - ratio)) {
      sum += term;
      rate += givingUpRate;
      ratio = arrivalRate * left / rate;
      term *= ratio;
      if (term > LARGE) {
        term /= LARGE;
        sum /= LARGE;
        scale += LOG_LARGE;
      }
    }
    double joined = -arrivalRate / givingUpRate * Math.expm1(-givingUpRate * time);
    double ended = (capacity + outlasting * givingUpRate) * time;
    return joined - ended + scale + Math.log(sum);
  }
}
