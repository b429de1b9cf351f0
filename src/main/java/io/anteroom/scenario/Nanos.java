package io.anteroom.scenario;

/** Adds times and durations in nanoseconds. A long holds up to 292 years. */
public final class Nanos {
  private Nanos() {}

  /** The sum of two values, each at least 0; Long.MAX_VALUE if a long can't hold it. */
  public static long sum(long nanos, long more) {
    long sum = nanos + more;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
