package io.anteroom.run.simulate;

import io.anteroom.measure.DurationCounts;
import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.result.PartFigures;

/**
 * Adds up the visits of one part of a run: of a class of persons, to a pool or on the whole of
 * their journeys. Only measured ones count. Mutable; confined to one thread.
 *
 * <p>Completed visits are kept and then counted in batches. That takes half the time, since one
 * part's counts stay in the processor's cache.
 */
final class PartTally {
  private static final int MOST_KEPT = 256;

  private final long[] keptWaits = new long[MOST_KEPT];
  private final long[] keptHolds = new long[MOST_KEPT];
  private int kept;

  private final DurationCounts waits = new DurationCounts();
  private final DurationCounts holds = new DurationCounts();
  private final DurationCounts responses = new DurationCounts();
  private final DurationCounts abandonedWaits = new DurationCounts();

  /** What all visits took, those included that do not count. */
  private double waitNanos;

  private double holdNanos;

  private long completed;
  private long abandoned;
  private long cut;
  private long turnedAway;

  /** Visits whose waits are known; the sums of their waits in seconds, and of the squares. */
  private long known;

  private double sumNanos;
  private double sumOfSquares;

  /** A visit took so long; it need not count, nor be over. */
  void takes(long wait, long hold) {
    waitNanos += wait;
    holdNanos += hold;
  }

  /** A visit that counts is completed; what it {@link #takes} is added here. */
  void completes(long wait, long hold) {
    keptWaits[kept] = wait;
    keptHolds[kept] = hold;
    if (++kept == MOST_KEPT) {
      countKept();
    }
  }

  private void countKept() {
    long longest = 0;
    double waitSum = waitNanos;
    double holdSum = holdNanos;
    double squares = sumOfSquares;
    for (int visit = 0; visit < kept; visit++) {
      longest = Math.max(longest, keptWaits[visit] + keptHolds[visit]);
      double wait = keptWaits[visit];
      waitSum += wait;
      holdSum += keptHolds[visit];
      squares += wait * wait;
    }
    sumOfSquares = squares;
    known += kept;
    sumNanos += waitSum - waitNanos;
    waitNanos = waitSum;
    holdNanos = holdSum;
    waits.reserve(longest);
    holds.reserve(longest);
    responses.reserve(longest);
    for (int visit = 0; visit < kept; visit++) {
      waits.recordReserved(keptWaits[visit]);
      holds.recordReserved(keptHolds[visit]);
      responses.recordReserved(keptWaits[visit] + keptHolds[visit]);
    }
    completed += kept;
    kept = 0;
  }

  void turnsAway() {
    turnedAway++;
  }

  void abandons(long wait) {
    countKept();
    abandoned++;
    abandonedWaits.record(wait);
    hasWaited(wait);
  }

  void isCut(long wait) {
    countKept();
    cut++;
    hasWaited(wait);
  }

  private void hasWaited(long nanos) {
    known++;
    sumNanos += nanos;
    sumOfSquares += (double) nanos * nanos;
  }

  /** What all visits waited, those included that do not count. */
  double waitNanos() {
    countKept();
    return waitNanos;
  }

  /** As {@link #waitNanos}, for how long they were served. */
  double holdNanos() {
    countKept();
    return holdNanos;
  }

  /** What was counted, with what went through the part meanwhile. */
  PartFigures figures(Flow.Totals flow) {
    countKept();
    Histograms histograms = Histograms.empty();
    histograms.put(DurationKind.WAIT, waits.recorded());
    histograms.put(DurationKind.HOLD, holds.recorded());
    histograms.put(DurationKind.RESPONSE, responses.recorded());
    histograms.put(DurationKind.ABANDONED_WAIT, abandonedWaits.recorded());
    return new PartFigures(
        histograms,
        new PartFigures.Visits(completed, abandoned, cut, turnedAway, abandoned),
        new PartFigures.Waits(known, sumNanos / 1e9, sumOfSquares / 1e18),
        new PartFigures.Flow(
            flow.completed(), flow.abandoned(), flow.waitingNanos(), flow.insideNanos()));
  }
}
