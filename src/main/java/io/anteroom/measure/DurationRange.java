package io.anteroom.measure;

import java.util.concurrent.atomic.LongAdder;

/**
 * The durations that are told apart, and how many were outside. Safe for any number of threads; a
 * duration within the range costs two comparisons.
 */
public final class DurationRange {
  /**
   * The longest duration that is told apart: 146 years. A scenario names up to a year, a draw of a
   * heavy tail is cut at a century, and waits add up several holds. Two such durations still add up
   * to a long.
   */
  public static final long HIGHEST_NANOS = (1L << 62) - 1;

  /** {@link #HIGHEST_NANOS}, for a person to read. */
  public static final String HIGHEST_TEXT = "146 years";

  /** When simulated time ends, since a long counts no more nanoseconds. */
  public static final String END_OF_TIME_TEXT = "292 years";

  private final LongAdder tooLong = new LongAdder();
  private final LongAdder negative = new LongAdder();

  /** Whether a duration is told apart. */
  public static boolean holds(long nanos) {
    return nanos >>> 62 == 0;
  }

  /** The nearest duration that is told apart; counts the given one if that is another. */
  public long within(long nanos) {
    return holds(nanos) ? nanos : nearest(nanos);
  }

  private long nearest(long nanos) {
    if (nanos < 0) {
      negative.increment();
      return 0;
    }
    tooLong.increment();
    return HIGHEST_NANOS;
  }

  /** Counts so many visits that took longer than there is time. */
  public void addTooLong(long visits) {
    tooLong.add(visits);
  }

  /** How many durations were longer than {@link #HIGHEST_NANOS} so far. */
  public long tooLong() {
    return tooLong.sum();
  }

  /** How many durations were below 0 so far. */
  public long negative() {
    return negative.sum();
  }
}
