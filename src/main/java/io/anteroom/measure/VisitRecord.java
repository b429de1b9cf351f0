package io.anteroom.measure;

import org.jspecify.annotations.Nullable;

/**
 * One visit: who was where from when to when. Times are in nanoseconds since the start of the run;
 * persons, visits and rooms count from 0.
 *
 * @param visit which of the person's visits this is
 * @param room null if it never got one
 * @param intendedNanos when it should have begun
 * @param enteredNanos when it got its room; null if it never did
 * @param leftNanos when it left its room, or gave up; null if it did neither
 * @param refusals attempts in vain
 */
public record VisitRecord(
    int person,
    long visit,
    @Nullable Integer room,
    long intendedNanos,
    @Nullable Long enteredNanos,
    @Nullable Long leftNanos,
    VisitOutcome outcome,
    long refusals) {
  /**
   * @throws IllegalArgumentException if its parts contradict each other
   */
  public VisitRecord {
    boolean entered = enteredNanos != null && room != null;
    boolean left = leftNanos != null;
    boolean possible =
        switch (outcome) {
          case COMPLETED -> entered && left;
          case ABANDONED -> !entered && left;
          case TURNED_AWAY -> !entered && !left;
          case CENSORED -> !left;
        };
    if (!possible || entered != (enteredNanos != null || room != null)) {
      throw new IllegalArgumentException("what did and what did not happen contradict each other");
    }
    if (enteredNanos != null && leftNanos != null && leftNanos < enteredNanos) {
      throw new IllegalArgumentException("it left before it entered");
    }
  }
}
