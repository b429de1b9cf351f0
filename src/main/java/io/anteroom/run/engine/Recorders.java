package io.anteroom.run.engine;

import io.anteroom.measure.DurationRange;
import io.anteroom.measure.VisitRecorder;

/**
 * Where the visits of a run are recorded. They take six megabytes.
 *
 * @param range counts the durations that are out of it, of visits and of the canary
 * @param measured of the visits that are measured, and of the canary
 * @param unmeasured of all other visits
 */
record Recorders(DurationRange range, VisitRecorder measured, VisitRecorder unmeasured) {
  /** Empty ones. */
  static Recorders create() {
    DurationRange range = new DurationRange();
    return new Recorders(range, new VisitRecorder(range), new VisitRecorder(range));
  }
}
