package io.anteroom.measure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One visit: who was where from when to when. Persons, visits, pools and rooms count from 0.
 *
 * @param visit which of the person's visits this is; with several pools which of its journeys
 * @param pool the place of its pool in the scenario
 * @param room of that pool; null if it never got one
 * @param refusals attempts in vain
 */
public record VisitRecord(
    int person,
    long visit,
    int pool,
    @Nullable Integer room,
    VisitTimes times,
    VisitOutcome outcome,
    long refusals) {
  /**
   * @throws IllegalArgumentException if its parts contradict each other
   */
  public VisitRecord {
    boolean entered = times.enteredNanos() != null;
    boolean left = times.leftNanos() != null;
    boolean possible =
        switch (outcome) {
          case COMPLETED -> entered && left;
          case ABANDONED -> !entered && left;
          case TURNED_AWAY -> !entered && !left;
          case CENSORED -> !left;
        };
    if (!possible || entered != (room != null)) {
      throw new IllegalArgumentException("what did and what did not happen contradict each other");
    }
  }

  /** When it should have begun. */
  public long intendedNanos() {
    return times.intendedNanos();
  }

  /** When it got its room; null if it never did. */
  public @Nullable Long enteredNanos() {
    return times.enteredNanos();
  }

  /** When it left its room, or gave up; null if it did neither. */
  public @Nullable Long leftNanos() {
    return times.leftNanos();
  }

  /**
   * When it entered, gave up or was turned away; Long.MAX_VALUE: it still waited at the end of the
   * run. Visits are put in this order.
   */
  public long decidedNanos() {
    return switch (outcome) {
      case TURNED_AWAY -> intendedNanos();
      case ABANDONED -> Objects.requireNonNull(leftNanos());
      case COMPLETED -> Objects.requireNonNull(enteredNanos());
      case CENSORED -> Objects.requireNonNullElse(enteredNanos(), Long.MAX_VALUE);
    };
  }
}
