package io.anteroom.run.engine;

import io.anteroom.measure.Fairness;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.TallySheet;
import io.anteroom.measure.TallySheets;
import io.anteroom.result.PartFigures;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/**
 * Records the visits of one class of persons to one pool, or the whole of their journeys: how long
 * they took when each is over, all else when a person leaves for good. Safe for any number of
 * threads; read when all have gone, it is exact.
 */
final class PartRecorder {
  private final TallySheets sheets = new TallySheets();
  private final Fairness fairness = new Fairness();
  private final LongAdder completed = new LongAdder();
  private final LongAdder abandoned = new LongAdder();
  private final LongAdder cut = new LongAdder();
  private final LongAdder turnedAway = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final LongAdder completedWithin = new LongAdder();
  private final LongAdder abandonedWithin = new LongAdder();
  private final DoubleAdder waitingNanos = new DoubleAdder();
  private final DoubleAdder insideNanos = new DoubleAdder();
  private final DoubleAdder allWaitNanos = new DoubleAdder();
  private final DoubleAdder allInsideNanos = new DoubleAdder();

  /** A measured visit had its room; the durations are within the range of histograms. */
  void completes(int first, long waitedNanos, long heldNanos, long responseNanos) {
    TallySheet sheet = sheets.take(first);
    try {
      sheet.wait.record(waitedNanos);
      sheet.hold.record(heldNanos);
      sheet.response.record(responseNanos);
    } finally {
      sheet.giveBack();
    }
  }

  /** A measured visit gave up. */
  void abandons(int person, long waitedNanos) {
    TallySheet sheet = sheets.take(person);
    try {
      sheet.abandonedWait.record(waitedNanos);
    } finally {
      sheet.giveBack();
    }
  }

  /** A measured arrival is turned away. */
  void turnsAway() {
    turnedAway.increment();
  }

  /** A person tells what it remembers. */
  void add(PartNotes notes) {
    completed.add(notes.completed);
    abandoned.add(notes.abandoned);
    cut.add(notes.cut);
    refusals.add(notes.refusals);
    fairness.add(notes.known, notes.sumSeconds, notes.sumOfSquares);
    completedWithin.add(notes.completedWithin);
    abandonedWithin.add(notes.abandonedWithin);
    waitingNanos.add(notes.waitingNanos);
    insideNanos.add(notes.insideNanos);
    allWaitNanos.add(notes.allWaitNanos);
    allInsideNanos.add(notes.allInsideNanos);
  }

  /** The time in rooms, or on journeys, within the measured part. */
  double insideNanos() {
    return insideNanos.sum();
  }

  /** The time that all visits waited, those included that are not measured. */
  double allWaitNanos() {
    return allWaitNanos.sum();
  }

  /** The same of the time in rooms, or on journeys. */
  double allInsideNanos() {
    return allInsideNanos.sum();
  }

  /** What has been recorded. */
  PartFigures figures() {
    Histograms durations = Histograms.empty();
    sheets.addTo(durations);
    return new PartFigures(
        durations,
        new PartFigures.Visits(
            completed.sum(), abandoned.sum(), cut.sum(), turnedAway.sum(), refusals.sum()),
        new PartFigures.Waits(fairness.persons(), fairness.sumSeconds(), fairness.sumOfSquares()),
        new PartFigures.Flow(
            completedWithin.sum(), abandonedWithin.sum(), waitingNanos.sum(), insideNanos.sum()));
  }
}
