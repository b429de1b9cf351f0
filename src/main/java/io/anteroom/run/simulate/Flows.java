package io.anteroom.run.simulate;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What goes through each pool, of each class of persons apart, and through the whole of the
 * journeys: who waits on a journey waits for one pool. Mutable; confined to one thread.
 */
final class Flows {
  private final int pools;
  private final int classes;

  /** By pool, then class. */
  private final Flow[] ofPools;

  /** By class: all who are present. Those of them who wait do so in a pool. */
  private final Flow[] ofJourneys;

  Flows(int pools, int classes) {
    this.pools = pools;
    this.classes = classes;
    this.ofPools = Stream.generate(Flow::new).limit((long) pools * classes).toArray(Flow[]::new);
    this.ofJourneys = Stream.generate(Flow::new).limit(classes).toArray(Flow[]::new);
  }

  Flow of(int pool, int personClass) {
    return ofPools[pool * classes + personClass];
  }

  /** Those of a class who are present, whether they wait or not. */
  Flow journeysOf(int personClass) {
    return ofJourneys[personClass];
  }

  void begin(long now) {
    all().forEach(each -> each.begins(now));
  }

  void end(long now) {
    all().forEach(each -> each.ends(now));
  }

  void advance(long now) {
    all().forEach(each -> each.advance(now));
  }

  private Stream<Flow> all() {
    return Stream.concat(Arrays.stream(ofPools), Arrays.stream(ofJourneys));
  }

  /** What happened to all journeys in the measured part. */
  Flow.Totals journeys() {
    return sum(IntStream.range(0, classes).mapToObj(this::journeysWithin));
  }

  /** What happened to the journeys of a class in the measured part. */
  Flow.Totals journeysWithin(int personClass) {
    Flow.Totals present = ofJourneys[personClass].within();
    double waitingNanos =
        IntStream.range(0, pools)
            .mapToDouble(pool -> of(pool, personClass).within().waitingNanos())
            .sum();
    return new Flow.Totals(
        present.completed(), present.abandoned(), waitingNanos, present.insideNanos());
  }

  /** What happened in a pool in the measured part. */
  Flow.Totals pool(int pool) {
    return sum(ofPool(pool).map(Flow::within));
  }

  private static Flow.Totals sum(Stream<Flow.Totals> totals) {
    return totals.reduce(new Flow.Totals(0, 0, 0, 0), Flow.Totals::plus);
  }

  private Stream<Flow> ofPool(int pool) {
    return Arrays.stream(ofPools, pool * classes, (pool + 1) * classes);
  }

  /** The time that all persons have waited for a pool so far, in nanoseconds. */
  double lineNanos(int pool) {
    return ofPool(pool).mapToDouble(Flow::waitingNanos).sum();
  }

  /** The time that all persons have spent in rooms of a pool so far, in nanoseconds. */
  double insideNanos(int pool) {
    return ofPool(pool).mapToDouble(Flow::insideNanos).sum();
  }

  /** The time that all persons have been present so far, in nanoseconds. */
  double presentNanos() {
    return Arrays.stream(ofJourneys).mapToDouble(Flow::insideNanos).sum();
  }

  /** Persons who wait anywhere now. */
  long waiting() {
    return Arrays.stream(ofPools).mapToLong(Flow::waiting).sum();
  }

  /** Persons who wait for a pool now. */
  long waiting(int pool) {
    return ofPool(pool).mapToLong(Flow::waiting).sum();
  }
}
