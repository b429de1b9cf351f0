package io.anteroom.theory;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.JourneyStep;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Scenario;
import java.util.Optional;
import java.util.stream.Stream;

/** What all formulas and bounds of journeys assume of a scenario. */
final class JourneyAssumptions {
  private JourneyAssumptions() {}

  /** The first assumption that fails, as a sentence. */
  static Optional<String> broken(Scenario scenario, Journey journey) {
    if (!journey.patience().isEmpty()) {
      return Optional.of("persons give up on their journeys: no formula");
    }
    if (scenario.demand().limit() != null) {
      return Optional.of("a limit of persons makes the pools depend on each other: no formula");
    }
    if (!arrivalsAreKnown(scenario.demand().arrivals())) {
      return Optional.of(
          "no formula is known for journeys of arrivals " + scenario.demand().arrivals());
    }
    Long visits = scenario.demand().visits();
    if (!scenario.demand().arrivals().open() && visits != null && visits == 1) {
      return Optional.of("each person makes one journey, so that there is no steady state");
    }
    for (NamedPool pool : journey.pools()) {
      Optional<String> odd = odd(pool);
      if (odd.isPresent()) {
        return odd;
      }
      if (!(journey.meanHeldNanos(pool.name()) > 0)) {
        return Optional.of(
            "the rooms of pool "
                + pool.name()
                + " are held for no time, so there is nothing to wait for");
      }
    }
    return Optional.empty();
  }

  private static boolean arrivalsAreKnown(Arrivals arrivals) {
    return switch (arrivals) {
      case Arrivals.Poisson poisson -> true;
      case Arrivals.Constant constant -> true;
      case Arrivals.Renewal renewal -> true;
      case Arrivals.Closed closed -> true;
      case Arrivals.AtOnce atOnce -> false;
      case Arrivals.Trace trace -> false;
      case Arrivals.Batches batches -> false;
      case Arrivals.ArrivalProcess process -> false;
    };
  }

  private static Optional<String> odd(NamedPool pool) {
    if (!(pool.locking().discipline() instanceof Discipline.InLine)) {
      return Optional.of("persons do not stand in a line for pool " + pool.name() + ": no formula");
    }
    if (pool.locking().readers() > 0) {
      return Optional.of("pool " + pool.name() + " has readers, who share a room: no formula");
    }
    if (pool.facility().plan() != null) {
      return Optional.of(
          "pool " + pool.name() + " has not the same rooms all the time: no formula");
    }
    return pool.facility().rooms() == 1 || pool.facility().line() == Line.SHARED
        ? Optional.empty()
        : Optional.of(
            "pool " + pool.name() + " has a line for each room: no formula is known on a journey");
  }

  /** Where a person waits for a room while it holds another one, as a sentence. */
  static String nested(Journey journey) {
    return nested(journey.steps().stream())
        .orElseThrow(() -> new IllegalArgumentException("one room at a time"));
  }

  private static Optional<String> nested(Stream<JourneyStep> steps) {
    return steps
        .filter(JourneyStep.In.class::isInstance)
        .map(JourneyStep.In.class::cast)
        .flatMap(
            outer ->
                outer.steps().stream()
                    .filter(JourneyStep.In.class::isInstance)
                    .map(JourneyStep.In.class::cast)
                    .map(
                        inner ->
                            "a person waits for a room of %s while it holds one of %s"
                                .formatted(inner.pool(), outer.pool())))
        .findFirst();
  }
}
