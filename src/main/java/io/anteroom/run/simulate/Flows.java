package io.anteroom.run.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * What goes through each pool, of each class of persons apart, and through the whole of the
 * journeys. Mutable; confined to one thread.
 */
final class Flows {
  private final int classes;

  /** By pool, then class. */
  private final List<Flow> ofPools = new ArrayList<>();

  /** By class: those who wait anywhere, and all who are present. */
  private final List<Flow> ofJourneys = new ArrayList<>();

  Flows(int pools, int classes) {
    this.classes = classes;
    for (int cell = 0; cell < pools * classes; cell++) {
      ofPools.add(new Flow());
    }
    for (int each = 0; each < classes; each++) {
      ofJourneys.add(new Flow());
    }
  }

  Flow of(int pool, int personClass) {
    return ofPools.get(pool * classes + personClass);
  }

  Flow journeysOf(int personClass) {
    return ofJourneys.get(personClass);
  }

  void begin(long now) {
    ofPools.forEach(each -> each.begins(now));
    ofJourneys.forEach(each -> each.begins(now));
  }

  void end(long now) {
    ofPools.forEach(each -> each.ends(now));
    ofJourneys.forEach(each -> each.ends(now));
  }

  void advance(long now) {
    ofPools.forEach(each -> each.advance(now));
    ofJourneys.forEach(each -> each.advance(now));
  }

  /** What happened to all journeys in the measured part. */
  Flow.Totals journeys() {
    Flow.Totals sum = new Flow.Totals(0, 0, 0, 0);
    for (Flow each : ofJourneys) {
      sum = sum.plus(each.within());
    }
    return sum;
  }

  /** What happened in a pool in the measured part. */
  Flow.Totals pool(int pool) {
    Flow.Totals sum = new Flow.Totals(0, 0, 0, 0);
    for (int each = 0; each < classes; each++) {
      sum = sum.plus(of(pool, each).within());
    }
    return sum;
  }

  /** The time that all persons have waited for a pool so far, in nanoseconds. */
  double lineNanos(int pool) {
    double nanos = 0;
    for (int each = 0; each < classes; each++) {
      nanos += of(pool, each).line().personNanos();
    }
    return nanos;
  }

  /** The time that all persons have spent in rooms of a pool so far, in nanoseconds. */
  double insideNanos(int pool) {
    double nanos = 0;
    for (int each = 0; each < classes; each++) {
      nanos += of(pool, each).inside().personNanos();
    }
    return nanos;
  }

  /** The time that all persons have been present so far, in nanoseconds. */
  double presentNanos() {
    return ofJourneys.stream().mapToDouble(each -> each.inside().personNanos()).sum();
  }

  /** Persons who wait anywhere now. */
  long waiting() {
    return ofJourneys.stream().mapToLong(each -> each.line().count()).sum();
  }

  /** Persons who wait for a pool now. */
  long waiting(int pool) {
    long waiting = 0;
    for (int each = 0; each < classes; each++) {
      waiting += of(pool, each).line().count();
    }
    return waiting;
  }
}
