package io.anteroom.study.plan;

import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.MetricKind;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Operator;
import io.anteroom.result.metric.PartNames;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many rooms each pool of a scenario needs, so that all together are as cheap as they can be.
 * Immutable.
 *
 * @param scenario in simulated time, with a journey
 * @param slos the objectives, which may name pools and classes by label
 * @param lengthGiven whether the scenario's length is the user's
 * @param mostRooms no pool has more
 * @param costs of one room of each pool; a pool that is missing costs 1
 * @param kept pools that keep the rooms that the scenario gives them
 */
public record SizesQuestion(
    Scenario scenario,
    List<String> slos,
    boolean lengthGiven,
    int mostRooms,
    Map<String, BigDecimal> costs,
    Set<String> kept) {
  /** A question about all pools. */
  public SizesQuestion(
      Scenario scenario,
      List<String> slos,
      boolean lengthGiven,
      int mostRooms,
      Map<String, BigDecimal> costs) {
    this(scenario, slos, lengthGiven, mostRooms, costs, Set.of());
  }

  /**
   * @throws InvalidPlanException if that can't be planned for; it says why
   * @throws io.anteroom.result.metric.InvalidExpectationException if an objective is none
   */
  public SizesQuestion {
    slos = List.copyOf(slos);
    costs = Map.copyOf(costs);
    kept = Set.copyOf(kept);
    if (slos.isEmpty()) {
      throw new InvalidPlanException(
          "there is no objective; give at least one, such as --slo 'wait.p99{pool="
              + scenario.requireJourney().pools().getFirst().name()
              + "} < 50ms'");
    }
    for (NamedPool pool : scenario.requireJourney().pools()) {
      if (pool.facility().plan() != null) {
        throw new InvalidPlanException(
            "pool "
                + pool.name()
                + ": a plan finds numbers of rooms that are always the same; give it one");
      }
    }
    List<String> pools = PartNames.of(scenario).pools();
    requirePools("--cost", costs.keySet(), pools);
    requirePools("--keep", kept, pools);
    if (kept.size() == pools.size()) {
      throw new InvalidPlanException(
          "--keep: no pool is left to find a size for; remove one, or simulate the scenario");
    }
    List<Objective> objectives = objectives(scenario, slos);
    for (int place = 0; place < slos.size(); place++) {
      requirePlannable(objectives.get(place), slos.get(place));
    }
    requireLosses(scenario.requireJourney(), objectives);
  }

  private static void requirePools(String option, Set<String> named, List<String> pools) {
    for (String pool : named) {
      if (!pools.contains(pool)) {
        throw new InvalidPlanException(
            option + ": there is no pool " + pool + "; there are: " + String.join(", ", pools));
      }
    }
  }

  private static void requirePlannable(Objective objective, String text) {
    boolean more =
        objective.metric().kind() == MetricKind.SERVED
            || objective.metric().kind() == MetricKind.RATE;
    boolean suits =
        objective.expectation().operator() != Operator.EQUAL && objective.upper() != more;
    if (objective.metric().theory() == null || !suits) {
      throw new InvalidPlanException(
          "--slo \""
              + text
              + "\": sizes of pools are planned for what more rooms help: waits, responses, shares"
              + " and utilisation below a limit, or throughput and what is served in time above"
              + " one");
    }
  }

  private static void requireLosses(Journey journey, List<Objective> objectives) {
    boolean bounded =
        objectives.stream()
            .map(Objective::metric)
            .anyMatch(
                metric -> metric.kind() == MetricKind.SERVED || metric.equals(Metrics.ABANDONED));
    if (!journey.patience().isEmpty() && !bounded) {
      throw new InvalidPlanException(
          "--slo: persons lose patience, so giving up would meet the rest; add an objective such"
              + " as --slo 'abandoned < 0.1%'");
    }
  }

  List<Objective> objectives() {
    return objectives(scenario, slos);
  }

  private static List<Objective> objectives(Scenario scenario, List<String> slos) {
    PartNames parts = PartNames.of(scenario);
    return slos.stream().map(text -> new Objective(Expectation.parse(text, parts))).toList();
  }

  /** The pools' names, in the scenario's order. */
  List<String> pools() {
    return scenario.requireJourney().poolNames();
  }

  /** Whether a pool keeps its rooms. */
  boolean keeps(int pool) {
    return kept.contains(pools().get(pool));
  }

  /** The rooms that the scenario gives to each pool. */
  Map<String, Integer> given() {
    return byPool(
        scenario.requireJourney().pools().stream().map(pool -> pool.facility().rooms()).toList());
  }

  /** The scenario with so many rooms in its pools. */
  Scenario at(List<Integer> sizes) {
    Journey sized = scenario.requireJourney();
    for (int pool = 0; pool < sizes.size(); pool++) {
      sized = sized.withRooms(pools().get(pool), sizes.get(pool));
    }
    return scenario.with(sized);
  }

  /** The fewest rooms with which no line grows without end; where they are kept, those. */
  List<Integer> least() {
    List<Integer> least = new ArrayList<>();
    for (String pool : pools()) {
      if (kept.contains(pool)) {
        least.add(given().get(pool));
        continue;
      }
      double load = Load.offered(scenario, pool);
      int needed = Load.steadyWithoutLoss(scenario) ? (int) Math.min(load, 1e6) + 1 : 1;
      least.add(Math.min(needed, mostRooms));
    }
    return least;
  }

  /** What so many rooms cost. */
  BigDecimal cost(List<Integer> sizes) {
    BigDecimal cost = BigDecimal.ZERO;
    for (int pool = 0; pool < sizes.size(); pool++) {
      BigDecimal each = costs.getOrDefault(pools().get(pool), BigDecimal.ONE);
      cost = cost.add(each.multiply(BigDecimal.valueOf(sizes.get(pool))));
    }
    return cost;
  }

  Map<String, Integer> byPool(List<Integer> sizes) {
    Map<String, Integer> byPool = new LinkedHashMap<>();
    for (int pool = 0; pool < sizes.size(); pool++) {
      byPool.put(pools().get(pool), sizes.get(pool));
    }
    return byPool;
  }
}
