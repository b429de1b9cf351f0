package io.anteroom.simulate;

import io.anteroom.measure.DurationCounts;
import io.anteroom.measure.DurationRange;
import io.anteroom.measure.Fairness;
import io.anteroom.measure.Histograms;
import io.anteroom.scenario.Scenario;
import io.anteroom.schedule.Schedule;

/** Adds up what becomes of the visits of one run. Mutable; confined to one thread. */
final class Tally implements VisitLog {
  private final Schedule schedule;
  private final long stopNanos;

  /** When the last visits may leave: before the run is stopped, and before there is no time. */
  private final long latestNanos;

  private final long expectedVisits;
  private final boolean open;

  /** Of the visits after the warm-up. */
  private final DurationCounts waits = new DurationCounts();

  private final DurationCounts holds = new DurationCounts();
  private final DurationCounts responses = new DurationCounts();
  private final DurationCounts abandonedWaits = new DurationCounts();

  /** What each person of a closed model has waited in all. */
  private final long[] totalWaitNanos;

  final DurationRange range = new DurationRange();
  private long persons;
  private double sumSeconds;
  private double sumOfSquares;

  long firstNanos = Long.MAX_VALUE;
  long lastNanos;
  long warmupVisits;
  long begun;
  long cut;
  long turnedAway;
  long violations;
  long refusals;
  double waitNanos;
  double holdNanos;

  /** Arrivals after the warm-up in an open model, those turned away included. */
  long offered;

  long latestArrivalNanos;

  Tally(Scenario scenario, Schedule schedule) {
    this.schedule = schedule;
    this.stopNanos = Stop.nanos(scenario);
    this.expectedVisits = scenario.demand().expectedVisits();
    this.latestNanos = Math.min(stopNanos, Long.MAX_VALUE - 1);
    this.open = scenario.demand().arrivals().open();
    this.totalWaitNanos = new long[open ? 0 : scenario.demand().persons()];
  }

  @Override
  public void enters(
      int person,
      long visit,
      int door,
      long intendedNanos,
      long enteredNanos,
      long leftNanos,
      long refusalsBefore) {
    long wait = enteredNanos - intendedNanos;
    long hold = Math.min(leftNanos, stopNanos) - enteredNanos;
    boolean counts = begins(person, visit, intendedNanos);
    ends(Math.min(leftNanos, stopNanos));
    waitNanos += wait;
    holdNanos += hold;
    if (counts) {
      refusals += refusalsBefore;
    }
    if (leftNanos > latestNanos) {
      cut++;
      return;
    }
    hasWaited(person, wait);
    if (counts) {
      waits.record(range.within(wait));
      holds.record(range.within(hold));
      responses.record(range.within(wait + hold));
    } else {
      warmupVisits++;
    }
  }

  @Override
  public void abandons(
      int person, long visit, long intendedNanos, long atNanos, long refusalsInAll) {
    long wait = atNanos - intendedNanos;
    boolean counts = begins(person, visit, intendedNanos);
    ends(atNanos);
    waitNanos += wait;
    hasWaited(person, wait);
    if (counts) {
      refusals += refusalsInAll;
      abandonedWaits.record(range.within(wait));
    } else {
      warmupVisits++;
    }
  }

  @Override
  public void turnsAway(int person, long atNanos) {
    arrives(atNanos, schedule.measured(person, 0, atNanos));
    ends(atNanos);
    turnedAway++;
  }

  @Override
  public void violates() {
    violations++;
  }

  @Override
  public void leavesWaiting(int person, long visit, long intendedNanos, long refusalsInAll) {
    if (begins(person, visit, intendedNanos)) {
      refusals += refusalsInAll;
    }
    if (stopNanos != Long.MAX_VALUE) {
      ends(stopNanos);
      waitNanos += stopNanos - intendedNanos;
    }
    cut++;
  }

  /** Notes that a visit has begun; whether it counts in the measurements. */
  private boolean begins(int person, long visit, long intendedNanos) {
    begun++;
    boolean counts = schedule.measured(person, visit, intendedNanos);
    arrives(intendedNanos, counts);
    return counts;
  }

  private void arrives(long atNanos, boolean counts) {
    latestArrivalNanos = Math.max(latestArrivalNanos, atNanos);
    if (counts) {
      offered++;
      firstNanos = Math.min(firstNanos, atNanos);
    }
  }

  private void ends(long nanos) {
    lastNanos = Math.max(lastNanos, nanos);
  }

  private void hasWaited(int person, long nanos) {
    if (open) {
      addPerson(nanos);
    } else {
      totalWaitNanos[person] += nanos;
    }
  }

  private void addPerson(long nanos) {
    double seconds = nanos / 1e9;
    persons++;
    sumSeconds += seconds;
    sumOfSquares += seconds * seconds;
  }

  /** Counts the visits that found no end, or that were to come, when time itself ended. */
  void countEndless() {
    if (stopNanos == Long.MAX_VALUE) {
      long never = expectedVisits < 0 ? 0 : Math.max(expectedVisits - begun - turnedAway, 0);
      range.addTooLong(cut + never);
    }
  }

  /** What the visits after the warm-up took. */
  Histograms measured() {
    Histograms histograms = Histograms.empty();
    waits.addTo(histograms.wait);
    holds.addTo(histograms.hold);
    responses.addTo(histograms.response);
    abandonedWaits.addTo(histograms.abandonedWait);
    return histograms;
  }

  /** Jain's index over the persons' waits; called once, at the end. */
  io.anteroom.result.RunResult.Fairness fairness() {
    for (long nanos : totalWaitNanos) {
      addPerson(nanos);
    }
    return new io.anteroom.result.RunResult.Fairness(
        Fairness.jain(persons, sumSeconds, sumOfSquares), persons);
  }
}
