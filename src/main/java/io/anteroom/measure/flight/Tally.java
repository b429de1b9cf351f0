package io.anteroom.measure.flight;

/** How often something blocked, for how long in all, and the longest, in nanoseconds. */
public record Tally(long count, long nanos, long largestNanos) {
  /** Nothing yet. */
  public static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(long durationNanos) {
    return new Tally(count + 1, nanos + durationNanos, Math.max(largestNanos, durationNanos));
  }
}
