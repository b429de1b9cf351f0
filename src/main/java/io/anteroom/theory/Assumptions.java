package io.anteroom.theory;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Scenario;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all formulas assume of a scenario. */
final class Assumptions {
  private Assumptions() {}

  /** The first assumption that fails, as a sentence. */
  static Optional<String> broken(Scenario scenario) {
    if (scenario.locking().readers() > 0) {
      return Optional.of("readers share a room: the formulas know one visit a room");
    }
    if (!scenario.stay().holdIsDrawn()) {
      return Optional.of("the holds are what a call takes, and nobody knows that before");
    }
    if (!(scenario.stay().hold().meanNanos() > 0)) {
      return Optional.of("the holds take no time, so there is nothing to wait for");
    }
    if (scenario.facility().plan() != null) {
      return Optional.of("the number of rooms changes: no formula");
    }
    if (scenario.stay().slowdown() != null) {
      return Optional.of("holds take longer for a while: no formula");
    }
    return byDiscipline(scenario);
  }

  private static Optional<String> byDiscipline(Scenario scenario) {
    Distribution patience = scenario.stay().patience();
    return switch (scenario.locking().discipline()) {
      case Discipline.InLine inLine -> Optional.empty();
      case Discipline.AtWill atWill -> Optional.empty();
      case Discipline.Requeue requeue ->
          within(patience, scenario.locking().timeout().toNanos())
              ? Optional.empty()
              : Optional.of(
                  "a person goes back to the end of the line at each timeout: no closed formula"
                      + " unless a fixed patience ends with the first attempt");
      case Discipline.Polling polling ->
          within(patience, 0)
              ? Optional.empty()
              : Optional.of(
                  "persons pause and try again instead of standing in line, which makes it a"
                      + " retrial queue: no closed formula");
      case Discipline.Unmodelled(String reason) ->
          Optional.of("no formula knows mode " + scenario.locking().mode() + ": " + reason);
    };
  }

  private static boolean within(@Nullable Distribution patience, long nanos) {
    return patience != null && Shape.fixed(patience) && patience.meanNanos() <= nanos;
  }
}
