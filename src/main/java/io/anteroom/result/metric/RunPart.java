package io.anteroom.result.metric;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;

/**
 * A part of a run's measured time.
 *
 * @param histograms of the visits that ended in it
 * @param nanos how long it is, at least 1
 * @param rooms that are open on average
 */
public record RunPart(Histograms histograms, long nanos, double rooms) {
  /** How many of these durations there are. */
  public long count(DurationKind kind) {
    return histograms.of(kind).getTotalCount();
  }

  /** How many visits ended, with a room or without one. */
  public long ended() {
    return count(DurationKind.WAIT) + count(DurationKind.ABANDONED_WAIT);
  }
}
