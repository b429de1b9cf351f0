package io.anteroom.report;

import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.report.facts.RunData.TimelineRow;
import io.anteroom.result.Run;
import java.util.List;
import java.util.Objects;

/** Who held which room when, of a run that is small enough to be drawn so. */
final class Timeline {
  private static final int MOST_VISITS = 400;
  private static final int MOST_ROWS = 60;

  private Timeline() {}

  /** All visits but those turned away; none where there are too many to see anything. */
  static List<TimelineRow> of(Run run) {
    List<VisitRecord> visits = run.visits();
    long persons = visits.stream().map(VisitRecord::person).distinct().count();
    if (visits.size() > MOST_VISITS
        || persons > MOST_ROWS
        || run.scenario().facility().rooms() > MOST_ROWS) {
      return List.of();
    }
    long endNanos = VisitCourse.endNanos(run);
    List<String> pools = run.scenario().poolNames();
    return visits.stream()
        .filter(visit -> visit.outcome() != VisitOutcome.TURNED_AWAY)
        .map(visit -> row(visit, pools.isEmpty() ? "" : pools.get(visit.pool()), endNanos))
        .toList();
  }

  /** Who was still there at the end was there to the end. */
  private static TimelineRow row(VisitRecord visit, String pool, long endNanos) {
    Integer room = visit.room();
    long leftNanos = Objects.requireNonNullElse(visit.leftNanos(), endNanos);
    return new TimelineRow(
        visit.person() + 1L,
        visit.visit() + 1,
        pool,
        room == null ? 0 : room + 1,
        visit.intendedNanos(),
        Objects.requireNonNullElse(visit.enteredNanos(), leftNanos),
        leftNanos,
        visit.outcome() == VisitOutcome.CENSORED);
  }
}
