package io.anteroom.result;

import io.anteroom.measure.Histograms;

/**
 * What was counted of one class of persons in one pool, or on the whole of their journeys.
 *
 * @param durations of the measured visits
 * @param visits what became of the measured visits
 * @param waits of the measured visits, as far as they are known
 * @param flow what happened in the measured part of the run, to whichever visits
 */
public record PartFigures(Histograms durations, Visits visits, Waits waits, Flow flow) {
  /** Visits by how they ended, and the attempts in vain that they made. */
  public record Visits(long completed, long abandoned, long cut, long turnedAway, long refusals) {
    private Visits plus(Visits more) {
      return new Visits(
          completed + more.completed,
          abandoned + more.abandoned,
          cut + more.cut,
          turnedAway + more.turnedAway,
          refusals + more.refusals);
    }
  }

  /** How many waits, with their sum in seconds and that of their squares. */
  public record Waits(long known, double sumSeconds, double sumOfSquares) {
    private Waits plus(Waits more) {
      return new Waits(
          known + more.known, sumSeconds + more.sumSeconds, sumOfSquares + more.sumOfSquares);
    }
  }

  /**
   * Visits that ended, and the time that persons spent.
   *
   * @param waitingNanos in line
   * @param insideNanos in rooms of the pool, or on their journeys
   */
  public record Flow(long completed, long abandoned, double waitingNanos, double insideNanos) {
    private Flow plus(Flow more) {
      return new Flow(
          completed + more.completed,
          abandoned + more.abandoned,
          waitingNanos + more.waitingNanos,
          insideNanos + more.insideNanos);
    }
  }

  /** Nothing so far. */
  static PartFigures none() {
    return new PartFigures(
        Histograms.empty(), new Visits(0, 0, 0, 0, 0), new Waits(0, 0, 0), new Flow(0, 0, 0, 0));
  }

  /** Both together, in the histograms of this one. */
  PartFigures plus(PartFigures more) {
    durations.add(more.durations);
    return new PartFigures(
        durations, visits.plus(more.visits), waits.plus(more.waits), flow.plus(more.flow));
  }
}
