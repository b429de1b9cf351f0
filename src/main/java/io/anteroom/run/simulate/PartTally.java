package io.anteroom.run.simulate;

import io.anteroom.measure.DurationCounts;
import io.anteroom.measure.Histograms;
import io.anteroom.result.PartFigures;

/**
 * Adds up the visits of one part of a run: of a class of persons, to a pool or on the whole of
 * their journeys. Only measured ones count. Mutable; confined to one thread.
 */
final class PartTally {
  private final DurationCounts waits = new DurationCounts();
  private final DurationCounts holds = new DurationCounts();
  private final DurationCounts responses = new DurationCounts();
  private final DurationCounts abandonedWaits = new DurationCounts();

  long completed;
  long abandoned;
  long cut;
  long turnedAway;

  /** Visits whose waits are known, with the sums of these in seconds and of their squares. */
  long known;

  double sumSeconds;
  double sumOfSquares;

  void completes(long waitNanos, long holdNanos) {
    completed++;
    waits.record(waitNanos);
    holds.record(holdNanos);
    responses.record(waitNanos + holdNanos);
    hasWaited(waitNanos);
  }

  void abandons(long waitNanos) {
    abandoned++;
    abandonedWaits.record(waitNanos);
    hasWaited(waitNanos);
  }

  void isCut(long waitNanos) {
    cut++;
    hasWaited(waitNanos);
  }

  private void hasWaited(long nanos) {
    double seconds = nanos / 1e9;
    known++;
    sumSeconds += seconds;
    sumOfSquares += seconds * seconds;
  }

  /** What was counted, with what went through the part meanwhile. */
  PartFigures figures(Flow.Totals flow) {
    Histograms histograms = Histograms.empty();
    waits.addTo(histograms.wait);
    holds.addTo(histograms.hold);
    responses.addTo(histograms.response);
    abandonedWaits.addTo(histograms.abandonedWait);
    return new PartFigures(
        histograms,
        new PartFigures.Visits(completed, abandoned, cut, turnedAway, abandoned),
        new PartFigures.Waits(known, sumSeconds, sumOfSquares),
        new PartFigures.Flow(
            flow.completed(), flow.abandoned(), flow.waitingNanos(), flow.insideNanos()));
  }
}
