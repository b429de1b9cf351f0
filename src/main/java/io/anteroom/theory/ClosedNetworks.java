package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.JourneyStep;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.theory.JourneyTheory.Part;
import io.anteroom.theory.Prediction.Flow;
import io.anteroom.theory.Prediction.Kind;
import io.anteroom.theory.Prediction.Waits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of persons who come again and again and hold one room at a time. */
final class ClosedNetworks {
  /** For more persons the exact formula takes too long, and bounds stand in its place. */
  static final int MOST_PERSONS = 2_000;

  private ClosedNetworks() {}

  static JourneyTheory of(Scenario scenario, Journey journey, List<Station> stations) {
    Optional<String> broken = separable(journey, stations);
    if (broken.isEmpty() && scenario.demand().persons() > MOST_PERSONS) {
      broken = Optional.of("the exact formula takes too long for more than 2,000 persons");
    }
    return broken.isPresent()
        ? JourneyTheory.none(broken.get(), JourneyBounds.of(scenario, journey))
        : exact(scenario, journey, stations);
  }

  /** Why the network has no product form; empty: it has. */
  static Optional<String> separable(Journey journey, List<Station> stations) {
    if (journey.classes().size() > 1 && differs(journey.steps())) {
      return Optional.of(
          "the classes take different steps, and chance decides how many persons of a closed model"
              + " are of each class: no formula");
    }
    for (Station station : stations) {
      if (!station.exponential()) {
        return Optional.of(
            "the holds of pool %s are not exponential, of one mean: no closed formula"
                .formatted(station.pool().name()));
      }
      if (station.prioritised(journey)) {
        return Optional.of(
            "pool %s lets classes of a closed model go first: no closed formula"
                .formatted(station.pool().name()));
      }
    }
    return Optional.empty();
  }

  private static boolean differs(List<JourneyStep> steps) {
    return steps.stream()
        .anyMatch(
            step ->
                step.onlyClass() != null
                    || (step instanceof JourneyStep.In in && differs(in.steps())));
  }

  /** What passes between the pools and between journeys. */
  static double meanThink(Scenario scenario, Journey journey, List<Station> stations) {
    Distribution think = scenario.demand().think();
    double held = stations.stream().mapToDouble(Station::demand).sum();
    double between = Math.max(journey.meanHoldNanos() - held, 0);
    return between + (think == null ? 0 : think.meanNanos());
  }

  private static JourneyTheory exact(Scenario scenario, Journey journey, List<Station> stations) {
    int persons = scenario.demand().persons();
    double think = meanThink(scenario, journey, stations);
    ClosedNetwork network =
        new ClosedNetwork(
            persons,
            think,
            stations.stream()
                .map(one -> new ClosedNetwork.Pool(one.rooms(), one.perJourney(), one.meanHold()))
                .toList());
    double throughput = network.throughput();
    double demand = stations.stream().mapToDouble(Station::demand).sum();
    List<Part> parts = new ArrayList<>();
    double wait = 0;
    for (int place = 0; place < stations.size(); place++) {
      Station station = stations.get(place);
      wait += station.perJourney() * network.meanWait(place);
      boolean fifo = station.order() == Order.FIFO;
      Prediction of =
          Prediction.of(
              new Kind("M/" + station.rooms() + " among others", Formula.CLOSED_NETWORK),
              persons * station.demand() / (think + demand),
              throughput * station.perJourney(),
              Flow.lossless(station.rooms(), station.meanHold()),
              Waits.ofAll(
                  network.waited(place),
                  network.meanWait(place),
                  null,
                  fifo ? network.stages(place) : null));
      parts.add(new Part(station.pool().name(), null, station.hold(), station.meanHold(), of));
    }
    int rooms = stations.stream().mapToInt(Station::rooms).sum();
    Prediction whole =
        Prediction.of(
            new Kind(
                "closed network of %d %s, %d persons"
                    .formatted(stations.size(), stations.size() == 1 ? "pool" : "pools", persons),
                Formula.CLOSED_NETWORK),
            persons * demand / (think + demand),
            throughput,
            Flow.lossless(rooms, demand),
            new Waits(null, wait, wait, null, new Prediction.Tails(null, null, null)));
    parts.addFirst(new Part(null, null, null, journey.meanHoldNanos(), whole));
    return new JourneyTheory(whole, parts, List.of(), null);
  }
}
