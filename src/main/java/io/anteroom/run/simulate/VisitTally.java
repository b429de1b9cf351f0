package io.anteroom.run.simulate;

import io.anteroom.measure.ArrivalCount;
import io.anteroom.measure.DurationCounts;
import io.anteroom.measure.DurationKind;
import io.anteroom.measure.DurationRange;
import io.anteroom.measure.Fairness;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.RecordedDurations;
import io.anteroom.result.Latency;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.MeasuredWindow;
import io.anteroom.scenario.schedule.Schedule;
import java.util.Arrays;
import java.util.Map;

/** Adds up what becomes of the visits of one run. Mutable; confined to one thread. */
final class VisitTally implements VisitLog {
  private final Schedule schedule;
  private final MeasuredWindow window;
  private final long stopNanos;

  /** When the last visits may leave: before the run is stopped, and before there is no time. */
  private final long latestNanos;

  private final long expectedVisits;
  private final boolean open;

  /** Of the measured visits. */
  private final DurationCounts waits = new DurationCounts();

  private final DurationCounts holds = new DurationCounts();
  private final DurationCounts responses = new DurationCounts();
  private final DurationCounts abandonedWaits = new DurationCounts();

  /** What each person of a closed model has waited in its measured visits; -1: it had none. */
  private final long[] measuredWaitNanos;

  final DurationRange range = new DurationRange();
  private long persons;
  private double sumSeconds;
  private double sumOfSquares;

  /** When the last visit was over. */
  long lastNanos;

  long begun;
  long cut;
  long turnedAway;
  long measuredCut;
  long measuredTurnedAway;

  /** Visits that began after the measured part. */
  long cooldown;

  long violations;
  long refusals;
  double waitNanos;
  double holdNanos;

  final ArrivalCount arrivals = new ArrivalCount();

  VisitTally(Scenario scenario, Schedule schedule, MeasuredWindow window) {
    this.schedule = schedule;
    this.window = window;
    this.stopNanos = Stop.nanos(scenario);
    this.expectedVisits = scenario.demand().expectedVisits();
    this.latestNanos = Math.min(stopNanos, Long.MAX_VALUE - 1);
    this.open = scenario.demand().arrivals().open();
    this.measuredWaitNanos = new long[open ? 0 : scenario.demand().persons()];
    Arrays.fill(measuredWaitNanos, -1);
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
    long endNanos = Math.min(leftNanos, stopNanos);
    long wait = enteredNanos - intendedNanos;
    long hold = endNanos - enteredNanos;
    boolean counts = begins(person, intendedNanos);
    ends(endNanos);
    waitNanos += wait;
    holdNanos += hold;
    boolean ends = leftNanos <= latestNanos;
    cut += ends ? 0 : 1;
    if (!counts) {
      return;
    }
    refusals += refusalsBefore;
    hasWaited(person, wait);
    if (ends) {
      waits.record(range.within(wait));
      holds.record(range.within(hold));
      responses.record(range.within(wait + hold));
    } else {
      measuredCut++;
    }
  }

  /** As for each by itself, but without branches and with the sums in registers. */
  @Override
  public void enterInTurn(
      int person, long[] intendedNanos, long[] enteredNanos, long[] leftNanos, int count) {
    if (count == 0) {
      return;
    }
    long latest = latest(leftNanos, count);
    long longest = latest - intendedNanos[0];
    if (schedule.measured(person, intendedNanos[0])
        && latest <= latestNanos
        && DurationRange.holds(longest)) {
      waits.reserve(longest);
      holds.reserve(longest);
      responses.reserve(longest);
      addMeasured(intendedNanos, enteredNanos, leftNanos, count);
      arrivals.arrive(intendedNanos, count);
      ends(latest);
    } else {
      VisitLog.super.enterInTurn(person, intendedNanos, enteredNanos, leftNanos, count);
    }
  }

  private static long latest(long[] nanos, int count) {
    long latest = 0;
    for (int i = 0; i < count; i++) {
      latest = Math.max(latest, nanos[i]);
    }
    return latest;
  }

  private void addMeasured(long[] intendedNanos, long[] enteredNanos, long[] leftNanos, int count) {
    double waitSum = waitNanos;
    double holdSum = holdNanos;
    double secondsSum = sumSeconds;
    double squaresSum = sumOfSquares;
    for (int i = 0; i < count; i++) {
      long wait = enteredNanos[i] - intendedNanos[i];
      long hold = leftNanos[i] - enteredNanos[i];
      waitSum += wait;
      holdSum += hold;
      double seconds = wait / 1e9;
      secondsSum += seconds;
      squaresSum += seconds * seconds;
      waits.recordReserved(wait);
      holds.recordReserved(hold);
      responses.recordReserved(wait + hold);
    }
    waitNanos = waitSum;
    holdNanos = holdSum;
    sumSeconds = secondsSum;
    sumOfSquares = squaresSum;
    persons += count;
    begun += count;
  }

  @Override
  public void abandons(
      int person, long visit, long intendedNanos, long atNanos, long refusalsInAll) {
    long wait = atNanos - intendedNanos;
    boolean counts = begins(person, intendedNanos);
    ends(atNanos);
    waitNanos += wait;
    if (counts) {
      refusals += refusalsInAll;
      hasWaited(person, wait);
      abandonedWaits.record(range.within(wait));
    }
  }

  @Override
  public void turnsAway(int person, long atNanos) {
    boolean counts = schedule.measured(person, atNanos);
    arrivals.arrives(atNanos, counts);
    ends(atNanos);
    turnedAway++;
    measuredTurnedAway += counts ? 1 : 0;
  }

  @Override
  public void violates() {
    violations++;
  }

  @Override
  public void leavesWaiting(
      int person, long visit, long intendedNanos, long untilNanos, long refusalsInAll) {
    boolean counts = begins(person, intendedNanos);
    long wait = untilNanos - intendedNanos;
    ends(untilNanos);
    waitNanos += wait;
    cut++;
    if (counts) {
      refusals += refusalsInAll;
      hasWaited(person, wait);
      measuredCut++;
    }
  }

  /** Notes that a visit has begun; whether it counts in the measurements. */
  private boolean begins(int person, long intendedNanos) {
    begun++;
    if (open) {
      boolean counts = schedule.measured(person, intendedNanos);
      arrivals.arrives(intendedNanos, counts);
      return counts;
    }
    cooldown += intendedNanos > window.endNanos() ? 1 : 0;
    return window.contains(intendedNanos);
  }

  private void ends(long nanos) {
    lastNanos = Math.max(lastNanos, nanos);
  }

  private void hasWaited(int person, long nanos) {
    if (open) {
      addPerson(nanos);
    } else {
      measuredWaitNanos[person] = Math.max(measuredWaitNanos[person], 0) + nanos;
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

  /**
   * What the measured visits took; called once, at the end.
   *
   * @param figures get the figures; nobody starts late in simulated time
   */
  Histograms measured(Map<DurationKind, Latency> figures) {
    Histograms histograms = Histograms.empty();
    Map.of(
            DurationKind.WAIT, waits,
            DurationKind.HOLD, holds,
            DurationKind.RESPONSE, responses,
            DurationKind.ABANDONED_WAIT, abandonedWaits)
        .forEach(
            (kind, counts) -> {
              RecordedDurations durations = counts.take();
              histograms.put(kind, durations);
              figures.put(kind, Latency.of(durations));
            });
    figures.put(DurationKind.LATENESS, Latency.NONE);
    figures.put(DurationKind.CANARY, Latency.NONE);
    return histograms;
  }

  /** Jain's index over the persons' measured waits; called once, at the end. */
  io.anteroom.result.RunResult.Fairness fairness() {
    for (long nanos : measuredWaitNanos) {
      if (nanos >= 0) {
        addPerson(nanos);
      }
    }
    return new io.anteroom.result.RunResult.Fairness(
        Fairness.jain(persons, sumSeconds, sumOfSquares), persons);
  }
}
