package io.anteroom.scenario;

import io.anteroom.scenario.Scenario.Facility;
import io.anteroom.scenario.Scenario.Stay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What persons do in a scenario of several pools: the pools, the steps, and the classes of persons.
 * Immutable.
 *
 * @param pools at least one, in the order written
 * @param steps at least one; the first enters a pool or holds
 * @param classes the shares add up to 1; empty: all persons are alike
 * @param comeBack what those do who gave up; null: they are gone
 */
public record Journey(
    List<NamedPool> pools,
    List<JourneyStep> steps,
    List<PersonClass> classes,
    @Nullable ComeBack comeBack) {
  public Journey {
    pools = List.copyOf(pools);
    steps = List.copyOf(steps);
    classes = List.copyOf(classes);
  }

  /**
   * Those who gave up come again.
   *
   * @param pause before they do
   * @param times how often at the most, at least 1
   */
  public record ComeBack(Distribution pause, int times) {}

  /** The names of the pools, in their order. */
  public List<String> poolNames() {
    return pools.stream().map(NamedPool::name).toList();
  }

  /** The pool of that name, which there is. */
  public NamedPool pool(String name) {
    return pools.get(indexOf(name));
  }

  /** The place of the pool of that name, which there is. */
  public int indexOf(String name) {
    for (int index = 0; index < pools.size(); index++) {
      if (pools.get(index).name().equals(name)) {
        return index;
      }
    }
    throw new IllegalArgumentException("no pool " + name);
  }

  /** The same journey with so many rooms in one of its pools. */
  public Journey withRooms(String pool, int rooms) {
    List<NamedPool> others =
        pools.stream()
            .map(
                one ->
                    one.name().equals(pool)
                        ? new NamedPool(
                            one.name(),
                            new Facility(rooms, one.facility().line(), one.facility().choice()),
                            one.locking(),
                            one.activity(),
                            one.patience())
                        : one)
            .toList();
    return new Journey(others, steps, classes, comeBack);
  }

  /** How long persons wait before they give up, of pools and of classes; empty: nobody does. */
  public List<Distribution> patience() {
    return Stream.concat(
            pools.stream().map(NamedPool::patience), classes.stream().map(PersonClass::patience))
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /** The rooms of all pools, as if they were one. */
  Facility allRooms() {
    int rooms = pools.stream().mapToInt(pool -> pool.facility().rooms()).sum();
    return new Facility(rooms, Line.SHARED, Choice.STICKY);
  }

  /**
   * A stay as long as all holds of a journey on average.
   *
   * @param settings the keys that only some activities read, for all pools
   */
  Stay meanStay(Map<ScenarioKey, String> settings) {
    Duration mean = Duration.ofNanos(Math.round(meanHoldNanos()));
    return new Stay(
        new Distribution.Fixed(mean), pools.getFirst().activity(), null, settings, null);
  }

  /** What all holds of a journey add up to on average, where nobody gives up. */
  public double meanHoldNanos() {
    return average(of -> nanos(steps, of, "", 1));
  }

  /** What all holds of the journeys of a class add up to on average. */
  public double meanHoldNanos(String personClass) {
    return nanos(steps, personClass, "", 1);
  }

  /**
   * For how long a journey holds rooms of that pool on average, if nobody ever had to wait.
   *
   * @param pool its name
   */
  public double meanHeldNanos(String pool) {
    return average(of -> nanos(steps, of, pool, 0));
  }

  /** The average over the classes of persons, by their shares. */
  private double average(ToDoubleFunction<@Nullable String> ofClass) {
    return classes.isEmpty()
        ? ofClass.applyAsDouble(null)
        : classes.stream()
            .mapToDouble(one -> one.share() * ofClass.applyAsDouble(one.name()))
            .sum();
  }

  /** The holds of a person of a class, each as often as rooms of the pool are held meanwhile. */
  private static double nanos(
      List<JourneyStep> among, @Nullable String of, String pool, int rooms) {
    double nanos = 0;
    for (JourneyStep step : among) {
      if (!step.takenBy(of)) {
        continue;
      }
      nanos +=
          switch (step) {
            case JourneyStep.Hold hold -> rooms * hold.length().meanNanos();
            case JourneyStep.In in ->
                in.meanTimes()
                    * nanos(in.steps(), of, pool, rooms + (in.pool().equals(pool) ? 1 : 0));
          };
    }
    return nanos;
  }

  /** How many rooms of a pool one person holds at once at the most. */
  public int mostHeld(String pool) {
    return mostHeld(steps, pool);
  }

  private static int mostHeld(List<JourneyStep> among, String pool) {
    int most = 0;
    for (JourneyStep step : among) {
      if (step instanceof JourneyStep.In in) {
        most = Math.max(most, (in.pool().equals(pool) ? 1 : 0) + mostHeld(in.steps(), pool));
      }
    }
    return most;
  }
}
