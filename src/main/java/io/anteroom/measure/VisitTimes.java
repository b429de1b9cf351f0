package io.anteroom.measure;

import org.jspecify.annotations.Nullable;

/**
 * When a visit was to begin, entered and left, in nanoseconds since the start of the run.
 *
 * @param intendedNanos when it should have begun
 * @param enteredNanos when it got its room; null if it never did
 * @param leftNanos when it left its room, or gave up; null if it did neither
 */
public record VisitTimes(
    long intendedNanos, @Nullable Long enteredNanos, @Nullable Long leftNanos) {
  /**
   * @throws IllegalArgumentException if it left before it entered
   */
  public VisitTimes {
    if (enteredNanos != null && leftNanos != null && leftNanos < enteredNanos) {
      throw new IllegalArgumentException("it left before it entered");
    }
  }
}
