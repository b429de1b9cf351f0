package io.anteroom.theory;

/**
 * Poisson arrivals, exponential holds, one line, and persons who all give up after the same time:
 * M/M/c+D. First come, first served. The tail is that of the visits that get a room.
 *
 * <p>Source: D. Y. Barrer, Queuing with impatient customers and ordered service, 1957; F. Baccelli,
 * G. Hebuterne, On queues with impatient customers, 1981.
 */
final class FixedPatience implements WaitTail {
  private static final double NEGLIGIBLE = 1e-18;

  private final double patience;
  private final double growth;
  private final double below;
  private final double within;
  private final double beyond;

  /**
   * The steady state; there is one for any load. The density of the time after which a room would
   * be had is in proportion to {@code exp((arrivalRate - capacity) * time)} up to the patience, and
   * falls with the capacity alone after it. All weights are relative to it.
   *
   * @param patience greater than 0
   */
  FixedPatience(Queue queue, double patience) {
    this.patience = patience;
    growth = queue.arrivalRate() - queue.capacity();
    double scale = Math.exp(-Math.max(0, growth * patience));
    double last = ErlangB.blocking(queue.rooms() - 1, queue.load());
    below = scale / (queue.arrivalRate() * last);
    within = patience * moment(0, growth * patience);
    beyond = Math.exp(Math.min(0, growth * patience)) / queue.capacity();
  }

  /**
   * The integral of {@code u^k exp(exponent * u)} from 0 to 1, over the greater of 1 and {@code
   * exp(exponent)}.
   */
  private static double moment(int k, double exponent) {
    if (Math.abs(exponent) <= 1) {
      double sum = 0;
      double term = 1;
      for (int i = 0; Math.abs(term) > NEGLIGIBLE; i++) {
        sum += term / (i + k + 1);
        term *= exponent / (i + 1);
      }
      return sum * Math.exp(-Math.max(0, exponent));
    }
    double lower = k == 0 ? 0 : moment(k - 1, exponent);
    if (exponent > 0) {
      double edge = k == 0 ? Math.exp(-exponent) : 0;
      return (1 - edge - k * lower) / exponent;
    }
    double edge = k == 0 ? 1 : 0;
    return (edge + k * lower - Math.exp(exponent)) / -exponent;
  }

  /** The share of visits that give up. */
  double abandoned() {
    return beyond / all();
  }

  /** The probability that an arrival finds all rooms taken. */
  double waited() {
    return (within + beyond) / all();
  }

  /** The mean wait of those who get a room. */
  double meanWait() {
    return patience * patience * moment(1, growth * patience) / (below + within);
  }

  /** The mean wait of those who get a room and of those who give up. */
  double meanWaitOfAll() {
    return (1 - abandoned()) * meanWait() + abandoned() * patience;
  }

  /** The standard deviation of the wait of those who get a room. */
  double stddevWait() {
    double square =
        patience * patience * patience * moment(2, growth * patience) / (below + within);
    return Spread.stddev(meanWait(), square);
  }

  /** The wait of those who get a room. */
  @Override
  public double exceeds(double time) {
    return between(time) / (below + within);
  }

  /** The wait of those who get a room and of those who give up. */
  double exceedsOfAll(double time) {
    return time < patience ? (between(time) + beyond) / all() : 0;
  }

  /** The weight of the waits from this time up to the patience. */
  private double between(double time) {
    double rest = Math.max(0, patience - time);
    return Math.exp(Math.min(0, growth) * time) * rest * moment(0, growth * rest);
  }

  private double all() {
    return below + within + beyond;
  }
}
