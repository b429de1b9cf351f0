package io.anteroom.run.simulate;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import org.jspecify.annotations.Nullable;

/** Which journeys can be simulated. */
final class JourneyRules {
  /** Why time stands still where nobody waits for a room and nobody stays away. */
  static final String COMES_BACK_AT_ONCE =
      "simulated time would never pass: a person who finds no room gives up and comes back at"
          + " once, again and again; set think, visits or patience";

  private JourneyRules() {}

  /**
   * The journey of a scenario, if it can be simulated.
   *
   * @throws UnsupportedScenarioException if not; it says why
   */
  static Journey possible(Scenario scenario) {
    Journey journey = scenario.requireJourney();
    journey.pools().forEach(JourneyRules::requireModelled);
    requireTimePasses(scenario.demand(), journey);
    return journey;
  }

  private static void requireModelled(NamedPool pool) {
    String mode = pool.locking().mode();
    if (!(pool.locking().discipline() instanceof Discipline.InLine)) {
      throw new UnsupportedScenarioException(
          "pool %s: mode %s can't be simulated on a journey, only modes whose persons wait in line; set mode reentrant or semaphore"
              .formatted(pool.name(), mode));
    }
    if (pool.facility().line() != Line.SHARED && pool.facility().rooms() > 1) {
      throw new UnsupportedScenarioException(
          "pool %s: a line for each room can't be simulated on a journey; set line to shared"
              .formatted(pool.name()));
    }
    if (pool.locking().readers() > 0) {
      throw new UnsupportedScenarioException(
          "pool %s: readers can't be simulated on a journey; remove them".formatted(pool.name()));
    }
  }

  private static void requireTimePasses(Demand demand, Journey journey) {
    boolean endless = !demand.arrivals().open() && demand.visits() == null;
    if (!endless || lasts(demand.think())) {
      return;
    }
    if (!(journey.meanHoldNanos() > 0)) {
      throw new UnsupportedScenarioException(
          "simulated time would never pass: nobody holds or thinks for any time, and visits have no"
              + " bound; set visits, a hold or think");
    }
    boolean atOnce = journey.patience().stream().anyMatch(each -> !lasts(each));
    boolean pauses = journey.comeBack() != null && lasts(journey.comeBack().pause());
    if (atOnce && !pauses) {
      throw new UnsupportedScenarioException(COMES_BACK_AT_ONCE);
    }
  }

  static boolean lasts(@Nullable Distribution distribution) {
    return distribution != null && distribution.meanNanos() > 0;
  }
}
