package io.anteroom.scenario.schedule;

/** Arrivals that end at a time or after a number of them, whichever comes first. */
final class BoundedArrivals implements ArrivalTimes {
  private final ArrivalTimes times;
  private final long endNanos;
  private long left;

  /**
   * @param endNanos nobody arrives at or after this time
   * @param most how many arrive at the most
   */
  BoundedArrivals(ArrivalTimes times, long endNanos, long most) {
    this.times = times;
    this.endNanos = endNanos;
    this.left = most;
  }

  @Override
  public long nextNanos() {
    if (left <= 0) {
      return NONE;
    }
    left--;
    long next = times.nextNanos();
    if (next >= endNanos) {
      left = 0;
      return NONE;
    }
    return next;
  }
}
