package io.anteroom.report;

import io.anteroom.measure.VisitRecord;
import io.anteroom.report.facts.RunData.TimelineRow;
import io.anteroom.result.Run;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/** Who held which room when, of a run that is small enough to be drawn so. */
final class Timeline {
  private static final int MOST_VISITS = 400;
  private static final int MOST_ROWS = 60;

  private Timeline() {}

  /** The visits that entered a room or gave up; none where there are too many to see anything. */
  static List<TimelineRow> of(Run run) {
    List<VisitRecord> visits = run.visits();
    long persons = visits.stream().map(VisitRecord::person).distinct().count();
    if (visits.size() > MOST_VISITS
        || persons > MOST_ROWS
        || run.scenario().facility().rooms() > MOST_ROWS) {
      return List.of();
    }
    long endNanos =
        visits.stream()
            .flatMapToLong(
                visit ->
                    LongStream.of(
                        visit.intendedNanos(),
                        Objects.requireNonNullElse(visit.enteredNanos(), 0L),
                        Objects.requireNonNullElse(visit.leftNanos(), 0L)))
            .max()
            .orElse(0);
    return visits.stream()
        .filter(visit -> visit.enteredNanos() != null || visit.leftNanos() != null)
        .map(visit -> row(visit, endNanos))
        .toList();
  }

  /** Who holds a room still holds it to the end. */
  private static TimelineRow row(VisitRecord visit, long endNanos) {
    Integer room = visit.room();
    long leftNanos = Objects.requireNonNullElse(visit.leftNanos(), endNanos);
    return new TimelineRow(
        visit.person(),
        visit.visit(),
        room == null ? -1 : room,
        visit.intendedNanos(),
        Objects.requireNonNullElse(visit.enteredNanos(), leftNanos),
        leftNanos);
  }
}
