package io.anteroom.theory;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * Bounds of the steady state of a scenario with a journey. They hold where nobody gives up, nobody
 * is turned away and no deadlock ends the run. No pool completes more than its rooms can hold, and
 * less where persons keep a room while they wait for another one. In a closed model somebody holds
 * or thinks at any moment, whatever the distributions and the order of the lines are.
 *
 * <p>Source: P. J. Denning, J. P. Buzen, The operational analysis of queueing network models,
 * Computing Surveys 10, 1978; the lower bound of the throughput by the argument above.
 *
 * @param method what the bounds are called
 * @param bottleneck the pool that limits the throughput
 * @param leastPerSecond no throughput is less; not a number where that is not known
 * @param mostPerSecond no throughput is more
 * @param leastResponseNanos no mean response is less
 * @param mostResponseNanos no mean response is more; infinite where that is not known
 */
public record JourneyBounds(
    String method,
    String bottleneck,
    double leastPerSecond,
    double mostPerSecond,
    double leastResponseNanos,
    double mostResponseNanos) {
  private static final String ASYMPTOTIC = "asymptotic bounds";

  /** The bounds of a scenario for which {@link JourneyAssumptions} hold. */
  static JourneyBounds of(Scenario scenario, Journey journey) {
    NamedPool narrowest = journey.pools().getFirst();
    for (NamedPool pool : journey.pools()) {
      if (capacity(journey, pool) < capacity(journey, narrowest)) {
        narrowest = pool;
      }
    }
    double most = capacity(journey, narrowest);
    return scenario.demand().arrivals() instanceof Arrivals.Closed
        ? closed(scenario, journey, narrowest.name(), most)
        : new JourneyBounds(
            ASYMPTOTIC,
            narrowest.name(),
            Double.NaN,
            most * 1e9,
            journey.meanHoldNanos(),
            Double.POSITIVE_INFINITY);
  }

  /** Journeys a nanosecond for which the rooms of a pool are enough. */
  private static double capacity(Journey journey, NamedPool pool) {
    return pool.facility().rooms() / journey.meanHeldNanos(pool.name());
  }

  private static JourneyBounds closed(
      Scenario scenario, Journey journey, String bottleneck, double capacity) {
    int persons = scenario.demand().persons();
    double think = scenario.demand().think() == null ? 0 : scenario.demand().think().meanNanos();
    double holds = journey.meanHoldNanos();
    double least = persons / (think + persons * holds);
    double most = Math.min(capacity, persons / (think + holds));
    Optional<BalancedJobBounds> balanced = balanced(scenario, journey);
    if (balanced.isPresent()) {
      least = Math.max(least, balanced.get().least());
      most = Math.min(most, balanced.get().most());
    }
    return new JourneyBounds(
        balanced.isPresent() ? "balanced job bounds" : ASYMPTOTIC,
        bottleneck,
        least * 1e9,
        most * 1e9,
        Math.max(holds, persons / most - think),
        persons / least - think);
  }

  /** Where there is a product form and every pool has one room. */
  private static Optional<BalancedJobBounds> balanced(Scenario scenario, Journey journey) {
    List<Station> stations = Station.of(journey).orElse(List.of());
    boolean fits =
        !stations.isEmpty()
            && stations.stream().allMatch(one -> one.rooms() == 1)
            && ClosedNetworks.separable(journey, stations).isEmpty();
    return fits
        ? Optional.of(
            new BalancedJobBounds(
                scenario.demand().persons(),
                ClosedNetworks.meanThink(scenario, journey, stations),
                stations.stream().mapToDouble(Station::demand).sum(),
                stations.stream().mapToDouble(Station::demand).max().orElseThrow(),
                stations.size()))
        : Optional.empty();
  }
}
