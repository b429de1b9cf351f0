package io.anteroom.scenario;

/** Adds times and durations in nanoseconds, of which 292 years are the most that there are. */
public final class Nanos {
  private Nanos() {}

  /** The sum of both, which are at least 0; Long.MAX_VALUE where that is less. */
  public static long sum(long nanos, long more) {
    long sum = nanos + more;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
