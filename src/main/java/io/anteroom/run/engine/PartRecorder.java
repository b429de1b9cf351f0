package io.anteroom.run.engine;

import io.anteroom.measure.Fairness;
import io.anteroom.measure.Histograms;
import io.anteroom.result.PartFigures;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/**
 * Records the visits of one class of persons to one pool, or the whole of their journeys, without
 * allocating. Safe for any number of threads; read when all have gone, it is exact.
 */
final class PartRecorder {
  private final Histogram wait = Histograms.oneConcurrent();
  private final Histogram hold = Histograms.oneConcurrent();
  private final Histogram response = Histograms.oneConcurrent();
  private final Histogram abandonedWait = Histograms.oneConcurrent();
  private final Fairness waits = new Fairness();
  private final LongAdder cut = new LongAdder();
  private final LongAdder turnedAway = new LongAdder();
  private final LongAdder refusals = new LongAdder();

  /** What happened in the measured part of the run, to whichever visits. */
  private final LongAdder completedWithin = new LongAdder();

  private final LongAdder abandonedWithin = new LongAdder();
  private final DoubleAdder waitingNanos = new DoubleAdder();
  private final DoubleAdder insideNanos = new DoubleAdder();

  /** A measured visit had its room; the durations are within the range of histograms. */
  void completes(long waitedNanos, long heldNanos, long responseNanos) {
    wait.recordValue(waitedNanos);
    hold.recordValue(heldNanos);
    response.recordValue(responseNanos);
    waits.add(waitedNanos);
  }

  /** A measured visit gave up. */
  void abandons(long waitedNanos) {
    abandonedWait.recordValue(waitedNanos);
    waits.add(waitedNanos);
  }

  /** The end of the run cuts a measured visit short. */
  void isCut(long waitedNanos) {
    cut.increment();
    waits.add(waitedNanos);
  }

  /** A measured arrival is turned away. */
  void turnsAway() {
    turnedAway.increment();
  }

  /** A measured visit has made attempts in vain. */
  void refused(long attempts) {
    if (attempts > 0) {
      refusals.add(attempts);
    }
  }

  /** So much of a visit, whether measured or not, lies in the measured part of the run. */
  void spent(long inLineNanos, long withinNanos) {
    if (inLineNanos > 0) {
      waitingNanos.add((double) inLineNanos);
    }
    if (withinNanos > 0) {
      insideNanos.add((double) withinNanos);
    }
  }

  /** A visit, whether measured or not, ends in the measured part of the run. */
  void endsWithin(boolean completed) {
    (completed ? completedWithin : abandonedWithin).increment();
  }

  double insideNanos() {
    return insideNanos.sum();
  }

  /** What has been recorded. */
  PartFigures figures() {
    Histograms durations = Histograms.empty();
    durations.wait.add(wait);
    durations.hold.add(hold);
    durations.response.add(response);
    durations.abandonedWait.add(abandonedWait);
    return new PartFigures(
        durations,
        new PartFigures.Visits(
            wait.getTotalCount(),
            abandonedWait.getTotalCount(),
            cut.sum(),
            turnedAway.sum(),
            refusals.sum()),
        new PartFigures.Waits(waits.persons(), waits.sumSeconds(), waits.sumOfSquares()),
        new PartFigures.Flow(
            completedWithin.sum(), abandonedWithin.sum(), waitingNanos.sum(), insideNanos.sum()));
  }
}
