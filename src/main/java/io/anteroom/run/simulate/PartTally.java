package io.anteroom.run.simulate;

import io.anteroom.measure.DurationCounts;
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

  private long completed;
  private long abandoned;
  private long cut;
  private long turnedAway;

  /** Visits whose waits are known; the sums of their waits in seconds, and of the squares. */
  private long known;

  private double sumSeconds;
  private double sumOfSquares;

  void completes(long waitNanos, long holdNanos) {
    keptWaits[kept] = waitNanos;
    keptHolds[kept] = holdNanos;
    if (++kept == MOST_KEPT) {
      countKept();
    }
  }

  private void countKept() {
    long longest = 0;
    for (int visit = 0; visit < kept; visit++) {
      longest = Math.max(longest, keptWaits[visit] + keptHolds[visit]);
    }
    waits.reserve(longest);
    holds.reserve(longest);
    responses.reserve(longest);
    for (int visit = 0; visit < kept; visit++) {
      waits.recordReserved(keptWaits[visit]);
      holds.recordReserved(keptHolds[visit]);
      responses.recordReserved(keptWaits[visit] + keptHolds[visit]);
      hasWaited(keptWaits[visit]);
    }
    completed += kept;
    kept = 0;
  }

  void turnsAway() {
    turnedAway++;
  }

  void abandons(long waitNanos) {
    countKept();
    abandoned++;
    abandonedWaits.record(waitNanos);
    hasWaited(waitNanos);
  }

  void isCut(long waitNanos) {
    countKept();
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
    countKept();
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
