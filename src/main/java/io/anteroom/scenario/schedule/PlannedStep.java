package io.anteroom.scenario.schedule;

import io.anteroom.scenario.Journey;
import io.anteroom.scenario.JourneyStep;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a journey with its number, which its draws go by.
 *
 * @param number from 0 on, in the order in which the steps are written
 * @param pool the place of the pool among the journey's pools; -1: it is a hold
 * @param onlyClass the place of the class whose persons alone take it; -1: all do
 * @param inside the steps while the room is held
 */
public record PlannedStep(
    int number, JourneyStep step, int pool, int onlyClass, List<PlannedStep> inside) {
  /** The place of a pool or class where there is no such pool or class. */
  public static final int NONE = -1;

  public PlannedStep {
    inside = List.copyOf(inside);
  }

  /** Whether it is taken at every turn by the persons of a class. */
  public boolean certain() {
    return !(step instanceof JourneyStep.In in) || in.chance() >= 1;
  }

  /** How often it is taken, one after the other. */
  public int times() {
    return step instanceof JourneyStep.In in ? in.times() : 1;
  }

  static List<PlannedStep> of(Journey journey) {
    return new Numbering(journey).steps(journey.steps());
  }

  /** Gives numbers. Mutable; for one use. */
  private static final class Numbering {
    private final Journey journey;
    private int next;

    Numbering(Journey journey) {
      this.journey = journey;
    }

    List<PlannedStep> steps(List<JourneyStep> steps) {
      List<PlannedStep> planned = new ArrayList<>();
      for (JourneyStep step : steps) {
        int number = next++;
        planned.add(
            switch (step) {
              case JourneyStep.Hold hold ->
                  new PlannedStep(number, step, NONE, onlyClass(step), List.of());
              case JourneyStep.In in ->
                  new PlannedStep(
                      number, step, journey.indexOf(in.pool()), onlyClass(step), steps(in.steps()));
            });
      }
      return planned;
    }

    private int onlyClass(JourneyStep step) {
      for (int place = 0; place < journey.classes().size(); place++) {
        if (journey.classes().get(place).name().equals(step.onlyClass())) {
          return place;
        }
      }
      return NONE;
    }
  }
}
