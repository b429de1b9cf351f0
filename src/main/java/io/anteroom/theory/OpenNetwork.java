package io.anteroom.theory;

import io.anteroom.scenario.Journey;
import io.anteroom.scenario.PersonClass;
import io.anteroom.scenario.Scenario;
import io.anteroom.theory.JourneyTheory.Part;
import io.anteroom.theory.OpenPools.Known;
import io.anteroom.theory.Prediction.Flow;
import io.anteroom.theory.Prediction.Kind;
import io.anteroom.theory.Prediction.Waits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of persons who come from outside and hold one room at a time: of each pool its own
 * formula, if it has one, and what flows through it; of journeys the sum of that.
 */
final class OpenNetwork {
  private final Scenario scenario;
  private final Journey journey;
  private final List<Station> stations;
  private final OpenPools pools;

  OpenNetwork(Scenario scenario, Journey journey, List<Station> stations) {
    this.scenario = scenario;
    this.journey = journey;
    this.stations = stations;
    this.pools = new OpenPools(journey, stations, scenario.demand().arrivals());
  }

  JourneyTheory theory() {
    for (Station station : stations) {
      double load = pools.rate() * station.demand();
      if (load >= station.rooms()) {
        String reason = OpenModels.endless(load, station.rooms()).reason();
        return JourneyTheory.none(
            "pool " + station.pool().name() + ": " + reason, JourneyBounds.of(scenario, journey));
      }
    }
    List<Known> known = stations.stream().map(pools::of).toList();
    List<Part> parts = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Prediction whole = whole(known, null);
    parts.add(new Part(null, null, null, journey.meanHoldNanos(), whole));
    for (Known one : known) {
      parts.add(part(one, null));
      if (one.theory() instanceof NoFormula(String reason)) {
        notes.add("pool " + one.station().pool().name() + ": " + reason);
      }
    }
    for (PersonClass of : journey.classes()) {
      double hold = journey.meanHoldNanos(of.name());
      parts.add(new Part(null, of.name(), null, hold, whole(known, of)));
      known.stream()
          .filter(one -> one.station().perJourney(place(of)) > 0)
          .forEach(one -> parts.add(part(one, of)));
    }
    boolean exact = whole.exact() && whole.meanWaitNanos() != null;
    return new JourneyTheory(
        whole, parts, notes, exact ? null : JourneyBounds.of(scenario, journey));
  }

  private int place(PersonClass of) {
    return journey.classes().indexOf(of);
  }

  /** A pool, or a class in it. */
  private Part part(Known known, @Nullable PersonClass of) {
    Station station = known.station();
    if (of == null) {
      return new Part(
          station.pool().name(), null, station.hold(), station.meanHold(), prediction(known, of));
    }
    return new Part(
        station.pool().name(),
        of.name(),
        station.hold(place(of)),
        station.meanHold(place(of)),
        prediction(known, of));
  }

  private Prediction prediction(Known known, @Nullable PersonClass of) {
    Station station = known.station();
    Prediction all = known.theory() instanceof Prediction found ? found : flow(station);
    if (of == null) {
      return all;
    }
    double visits = station.perJourney(place(of)) / station.perJourney();
    double load = visits * station.meanHold(place(of)) / station.meanHold();
    @Nullable List<Double> own = known.byClass();
    return all.partOf(visits, load, own == null ? all.meanWaitNanos() : own.get(place(of)));
  }

  /** Where the waits are not known: what flows through a pool. */
  private Prediction flow(Station station) {
    double rate = pools.rate() * station.perJourney();
    return Prediction.of(
        new Kind("pool of " + station.rooms(), Formula.UTILISATION_LAW),
        rate * station.meanHold(),
        rate,
        Flow.lossless(station.rooms(), station.meanHold()),
        Waits.unknown());
  }

  /** Journeys of a class, or of all persons: their waits add up. */
  private Prediction whole(List<Known> known, @Nullable PersonClass of) {
    double share = of == null ? 1 : of.share();
    double load = 0;
    double wait = 0;
    boolean exact = true;
    for (Known one : known) {
      Station station = one.station();
      double visits = of == null ? station.perJourney() : station.perJourney(place(of)) / share;
      if (visits > 0) {
        Prediction there = prediction(one, of);
        Double each = there.meanWaitNanos();
        load += there.offeredLoad();
        wait += each == null ? Double.NaN : visits * each;
        exact &= there.exact();
      }
    }
    Double sum = Double.isFinite(wait) ? (Double) wait : null;
    double rooms = stations.stream().mapToInt(Station::rooms).sum();
    Formula formula = formula(sum != null);
    Prediction only = known.size() == 1 ? prediction(known.getFirst(), null) : null;
    return new Prediction(
        only == null ? "open network of " + known.size() + " pools" : only.model(),
        only == null ? formula.word() : only.formula(),
        only == null ? formula.source() : only.source(),
        exact,
        load,
        load / rooms,
        null,
        sum,
        sum,
        null,
        0,
        0,
        pools.rate() * share * 1e9,
        new Prediction.Tails(null, null, null));
  }

  private Formula formula(boolean waits) {
    if (!waits) {
      return Formula.UTILISATION_LAW;
    }
    return pools.productForm() ? Formula.JACKSON : Formula.POOL_BY_POOL;
  }
}
