package io.anteroom.run.simulate;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A {@link Flow} for each class of persons in each pool, and one for each class on its journeys. A
 * person that waits on its journey waits for one pool. Mutable; confined to one thread.
 */
final class Flows {
  private final int classes;

  /** By pool, then class. */
  private final Flow[][] ofPools;

  /** By class: all who are present. Their waits are counted in the pools. */
  private final Flow[] ofJourneys;

  Flows(int pools, int classes) {
    this.classes = classes;
    this.ofPools = Stream.generate(() -> flows(classes)).limit(pools).toArray(Flow[][]::new);
    this.ofJourneys = flows(classes);
  }

  private static Flow[] flows(int count) {
    return Stream.generate(Flow::new).limit(count).toArray(Flow[]::new);
  }

  Flow of(int pool, int personClass) {
    return ofPools[pool][personClass];
  }

  /** Of a pool, by class. */
  Flow[] of(int pool) {
    return ofPools[pool];
  }

  /** The persons of a class who are present, waiting or not. */
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
    return Stream.concat(inPools(), Arrays.stream(ofJourneys));
  }

  /** The sums of all journeys over the measured window. */
  Flow.Totals journeys() {
    return sum(IntStream.range(0, classes).mapToObj(this::journeysWithin));
  }

  /** The sums of the journeys of a class over the measured window. */
  Flow.Totals journeysWithin(int personClass) {
    Flow.Totals present = ofJourneys[personClass].within();
    double waitingNanos =
        Arrays.stream(ofPools).mapToDouble(each -> each[personClass].within().waitingNanos()).sum();
    return new Flow.Totals(
        present.completed(), present.abandoned(), waitingNanos, present.insideNanos());
  }

  /** The sums of a pool over the measured window. */
  Flow.Totals pool(int pool) {
    return sum(Arrays.stream(of(pool)).map(Flow::within));
  }

  private static Flow.Totals sum(Stream<Flow.Totals> totals) {
    return totals.reduce(new Flow.Totals(0, 0, 0, 0), Flow.Totals::plus);
  }

  private Stream<Flow> inPools() {
    return Arrays.stream(ofPools).flatMap(Arrays::stream);
  }

  /** The time that all persons have waited for a pool so far, in nanoseconds. */
  double lineNanos(int pool) {
    return Arrays.stream(of(pool)).mapToDouble(Flow::waitingNanos).sum();
  }

  /** The time that all persons have spent in rooms of a pool so far, in nanoseconds. */
  double insideNanos(int pool) {
    return Arrays.stream(of(pool)).mapToDouble(Flow::insideNanos).sum();
  }

  /** The time that all persons have been present so far, in nanoseconds. */
  double presentNanos() {
    return Arrays.stream(ofJourneys).mapToDouble(Flow::insideNanos).sum();
  }

  /** Persons who wait anywhere now. */
  long waiting() {
    return inPools().mapToLong(Flow::waiting).sum();
  }

  /** Persons who wait for a pool now. */
  long waiting(int pool) {
    return Arrays.stream(of(pool)).mapToLong(Flow::waiting).sum();
  }
}
