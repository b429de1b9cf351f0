package io.anteroom.report;

import io.anteroom.measure.FirstVisits;
import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The course of a run whose visits are all kept, in steps as short as one likes: from these visits,
 * not from samples. A visit belongs, with its wait, to the step in which it left its room.
 */
final class VisitCourse {
  private final List<VisitRecord> visits;
  private final long endNanos;

  private VisitCourse(List<VisitRecord> visits, long endNanos) {
    this.visits = visits;
    this.endNanos = endNanos;
  }

  /** That of a run of one pool; empty where visits are missing. */
  static Optional<VisitCourse> of(Run run) {
    List<VisitRecord> visits = run.visits();
    long endNanos = endNanos(run);
    return run.scenario().journey() != null
            || visits.isEmpty()
            || visits.size() >= FirstVisits.MOST
            || endNanos <= 0
        ? Optional.empty()
        : Optional.of(new VisitCourse(visits, endNanos));
  }

  /** When the run was over, as far as its visits and its intervals tell. */
  static long endNanos(Run run) {
    long last = 0;
    for (VisitRecord visit : run.visits()) {
      last = Math.max(last, visit.intendedNanos());
      last = Math.max(last, Objects.requireNonNullElse(visit.enteredNanos(), 0L));
      last = Math.max(last, Objects.requireNonNullElse(visit.leftNanos(), 0L));
    }
    List<Interval> intervals = run.result().intervals();
    return intervals.isEmpty()
        ? last
        : Math.max(last, Math.round(intervals.getLast().endSeconds() * 1e9));
  }

  long endNanos() {
    return endNanos;
  }

  /** How many visits left a room. */
  long completed() {
    return visits.stream().filter(visit -> visit.outcome() == VisitOutcome.COMPLETED).count();
  }

  /** The steps, all of that length but for the last one, which may be half as long again. */
  List<Interval> steps(long stepNanos) {
    int count = (int) Math.max(1, (endNanos + stepNanos / 2) / stepNanos);
    double[] waiting = new double[count];
    double[] occupied = new double[count];
    List<List<Long>> waits = new ArrayList<>();
    for (int step = 0; step < count; step++) {
      waits.add(new ArrayList<>());
    }
    for (VisitRecord visit : visits) {
      if (visit.outcome() == VisitOutcome.TURNED_AWAY) {
        continue;
      }
      long left = Objects.requireNonNullElse(visit.leftNanos(), endNanos);
      long entered = Objects.requireNonNullElse(visit.enteredNanos(), left);
      spread(waiting, stepNanos, visit.intendedNanos(), entered);
      spread(occupied, stepNanos, entered, left);
      if (visit.outcome() == VisitOutcome.COMPLETED) {
        waits.get(index(left - 1, stepNanos, count)).add(entered - visit.intendedNanos());
      }
    }
    List<Interval> steps = new ArrayList<>();
    for (int step = 0; step < count; step++) {
      long start = step * stepNanos;
      long end = step == count - 1 ? endNanos : start + stepNanos;
      steps.add(interval(start, end, waiting[step], occupied[step], waits.get(step)));
    }
    return steps;
  }

  private void spread(double[] personNanos, long stepNanos, long from, long to) {
    int last = index(to - 1, stepNanos, personNanos.length);
    for (int step = index(from, stepNanos, personNanos.length); step <= last; step++) {
      long end = step == personNanos.length - 1 ? endNanos : (step + 1) * stepNanos;
      personNanos[step] += Math.max(0, Math.min(to, end) - Math.max(from, step * stepNanos));
    }
  }

  private static int index(long nanos, long stepNanos, int count) {
    return Math.clamp(nanos / stepNanos, 0, count - 1);
  }

  private static Interval interval(
      long start, long end, double waiting, double occupied, List<Long> waits) {
    long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Interval(
        start / 1e9,
        end / 1e9,
        waiting / (end - start),
        occupied / (end - start),
        sorted.length,
        percentile(sorted, 50),
        percentile(sorted, 99),
        Arrays.stream(sorted).max().orElse(0));
  }

  private static long percentile(long[] sorted, int percent) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.max(0, Math.ceilDiv((long) sorted.length * percent, 100L) - 1)];
  }
}
