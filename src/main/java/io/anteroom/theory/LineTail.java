package io.anteroom.theory;

/** The distribution of a number of waiting persons, over time. Immutable. */
@FunctionalInterface
public interface LineTail {
  /** Nobody waits. */
  LineTail NONE = persons -> 0;

  /** The probability, from 0 to 1, that more persons than that wait; at least 0 of them. */
  double exceeds(long persons);

  /**
   * The fewest persons that are exceeded with no more than the remaining probability.
   *
   * @param percentile greater than 0, less than 100
   * @throws IllegalArgumentException if it is not
   */
  default long quantile(double percentile) {
    double remaining = WaitTail.remaining(percentile);
    if (exceeds(0) <= remaining) {
      return 0;
    }
    long exceeded = 0;
    long most = 1;
    while (exceeds(most) > remaining) {
      exceeded = most;
      most *= 2;
    }
    while (most - exceeded > 1) {
      long middle = exceeded + (most - exceeded) / 2;
      if (exceeds(middle) > remaining) {
        exceeded = middle;
      } else {
        most = middle;
      }
    }
    return most;
  }
}
