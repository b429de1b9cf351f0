package io.anteroom.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a journey. */
public sealed interface JourneyStep {
  /** The class whose persons alone take the step; null: all do. */
  @Nullable String onlyClass();

  /** Whether persons of that class take the step; null: persons of a journey without classes. */
  default boolean takenBy(@Nullable String personClass) {
    return onlyClass() == null || onlyClass().equals(personClass);
  }

  /**
   * Time passes, with all rooms held that the person has entered and not left.
   *
   * @param length how much
   */
  record Hold(Distribution length, @Nullable String onlyClass) implements JourneyStep {}

  /**
   * A person waits for a room of a pool, enters it, takes the steps inside and leaves it.
   *
   * @param times how often, one after the other, at least 1
   * @param chance with which the step is taken at all, greater than 0 and at most 1
   * @param steps while the room is held; at least one
   */
  record In(
      String pool, int times, double chance, @Nullable String onlyClass, List<JourneyStep> steps)
      implements JourneyStep {
    public In {
      steps = List.copyOf(steps);
    }

    /** How often it is taken on average by those who may take it. */
    public double meanTimes() {
      return chance * times;
    }
  }
}
