package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.JourneyStep;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.PersonClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pool of a journey on which persons hold one room at a time. Immutable.
 *
 * @param visits the ways to visit it, at least one
 */
record Station(NamedPool pool, List<Call> visits) {
  Station {
    visits = List.copyOf(visits);
  }

  /**
   * A way to visit a pool.
   *
   * @param step its place among the steps of the journey
   * @param personClass the place of the class whose persons make it; 0 where there are no classes
   * @param perJourney how many such visits there are for each journey of any person, on average
   * @param once whether a person makes it no more than once
   * @param holds one after the other
   */
  record Call(
      int step, int personClass, double perJourney, boolean once, List<Distribution> holds) {
    Call {
      holds = List.copyOf(holds);
    }

    double meanHold() {
      return holds.stream().mapToDouble(Distribution::meanNanos).sum();
    }

    /** The mean square; the holds do not depend on each other. */
    double secondMoment() {
      double variance = 0;
      for (Distribution hold : holds) {
        double mean = hold.meanNanos();
        variance += DurationMoments.of(hold).second() - mean * mean;
      }
      return variance + meanHold() * meanHold();
    }
  }

  /** The pools of a journey that holds one room at a time; empty if it holds several at once. */
  static Optional<List<Station>> of(Journey journey) {
    List<List<Call>> calls = new ArrayList<>();
    journey.pools().forEach(pool -> calls.add(new ArrayList<>()));
    int classes = Math.max(journey.classes().size(), 1);
    for (int personClass = 0; personClass < classes; personClass++) {
      PersonClass of = journey.classes().isEmpty() ? null : journey.classes().get(personClass);
      for (int place = 0; place < journey.steps().size(); place++) {
        if (!(journey.steps().get(place) instanceof JourneyStep.In in)) {
          continue;
        }
        List<Distribution> holds = holds(in.steps(), name(of));
        if (holds == null) {
          return Optional.empty();
        }
        if (in.takenBy(name(of))) {
          double share = of == null ? 1 : of.share();
          double often = share * in.meanTimes();
          calls
              .get(journey.indexOf(in.pool()))
              .add(new Call(place, personClass, often, in.times() == 1, holds));
        }
      }
    }
    List<Station> stations = new ArrayList<>();
    for (int pool = 0; pool < calls.size(); pool++) {
      stations.add(new Station(journey.pools().get(pool), calls.get(pool)));
    }
    return Optional.of(stations);
  }

  private static @Nullable String name(@Nullable PersonClass of) {
    return of == null ? null : of.name();
  }

  /** What a person of the class holds inside; null: another room, too. */
  private static @Nullable List<Distribution> holds(List<JourneyStep> inside, @Nullable String of) {
    List<Distribution> holds = new ArrayList<>();
    for (JourneyStep step : inside) {
      switch (step) {
        case JourneyStep.In nested -> {
          return null;
        }
        case JourneyStep.Hold hold -> {
          if (hold.takenBy(of)) {
            holds.add(hold.length());
          }
        }
      }
    }
    return holds;
  }

  int rooms() {
    return pool.facility().rooms();
  }

  /** How often a journey visits it on average. */
  double perJourney() {
    return visits.stream().mapToDouble(Call::perJourney).sum();
  }

  /** For how long a journey holds its rooms on average. */
  double demand() {
    return visits.stream().mapToDouble(visit -> visit.perJourney() * visit.meanHold()).sum();
  }

  /** The mean hold of a visit. */
  double meanHold() {
    return demand() / perJourney();
  }

  /** How often persons of a class visit it, for each journey of any person. */
  double perJourney(int personClass) {
    return of(personClass).mapToDouble(Call::perJourney).sum();
  }

  /** The mean hold of the visits of a class. */
  double meanHold(int personClass) {
    return of(personClass).mapToDouble(visit -> visit.perJourney() * visit.meanHold()).sum()
        / perJourney(personClass);
  }

  private Stream<Call> of(int personClass) {
    return visits.stream().filter(visit -> visit.personClass() == personClass);
  }

  /** The one distribution of all holds; null: visits differ, or are made of several holds. */
  @Nullable Distribution hold() {
    return hold(visits.stream());
  }

  /** The same of the visits of a class. */
  @Nullable Distribution hold(int personClass) {
    return hold(of(personClass));
  }

  private static @Nullable Distribution hold(Stream<Call> among) {
    List<List<Distribution>> kinds = among.map(Call::holds).distinct().toList();
    return kinds.size() == 1 && kinds.getFirst().size() == 1 ? kinds.getFirst().getFirst() : null;
  }

  /** Whether all holds are exponential, of one mean. */
  boolean exponential() {
    Distribution hold = hold();
    return hold != null && Shape.exponential(hold);
  }

  /** Whether whoever waits goes before others by its class. */
  boolean prioritised(Journey journey) {
    return pool.locking().order().byPriority()
        && journey.classes().stream().mapToInt(PersonClass::priority).distinct().count() > 1;
  }

  /** Whether persons are sent out of its rooms for others. */
  boolean preemptive() {
    return pool.locking().order() == Order.PREEMPT_RESUME;
  }

  /** The order that its line has, seen by persons who are alike. */
  Order order() {
    return pool.locking().order().byPriority() ? Order.FIFO : pool.locking().order();
  }

  /** The first step that visits it. */
  int firstStep() {
    return visits.stream().mapToInt(Call::step).min().orElseThrow();
  }

  /** The last step that visits it. */
  int lastStep() {
    return visits.stream().mapToInt(Call::step).max().orElseThrow();
  }

  /** Whether no person visits it more than once on a journey. */
  boolean visitedOnce() {
    return visits.stream().allMatch(Call::once)
        && visits.stream().mapToInt(Call::personClass).distinct().count() == visits.size();
  }
}
