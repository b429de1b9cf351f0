package io.anteroom.report;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.measure.Quantiles;
import io.anteroom.report.facts.RunData.Course;
import io.anteroom.report.facts.RunData.LanePart;
import io.anteroom.report.facts.RunData.Moment;
import io.anteroom.report.facts.RunData.Present;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Interval;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The course of a run in such steps that a chart can show them: those of the result, several
 * together where they are many; shorter ones where all visits are kept.
 */
final class ChartMoments {
  static final int MOST = 600;

  /** Of processors that were busy: finer is noise. */
  private static final int DIGITS = 4;

  /** So many steps tell of a short run what there is to tell. */
  private static final int STEPS_OF_SHORT_RUNS = 120;

  /** Of fewer visits a step's quantiles and rate say little. */
  private static final int VISITS_A_STEP = 40;

  private static final long LEAST_STEP_NANOS = 1_000_000;

  private ChartMoments() {}

  static Course of(Run run) {
    return new Course(
        merged(present(run)).stream().map(ChartMoments::presentOf).toList(),
        merged(moments(run)).stream().map(ChartMoments::moment).toList(),
        canary(run.intervals()),
        processors(run.result()));
  }

  /** How many of the result's intervals a step stands for. */
  static int together(List<Interval> intervals) {
    return Math.max(1, Math.ceilDiv(intervals.size(), MOST));
  }

  /** Who waited and who was in a room. */
  private static List<Interval> present(Run run) {
    return VisitCourse.of(run)
        .map(course -> finer(run, course, course.endNanos() / STEPS_OF_SHORT_RUNS))
        .orElse(run.result().intervals());
  }

  /** How long they had waited, and how many left. */
  private static List<Interval> moments(Run run) {
    return VisitCourse.of(run)
        .map(
            course ->
                finer(
                    run,
                    course,
                    Math.max(
                        course.endNanos() / STEPS_OF_SHORT_RUNS,
                        course.endNanos() / Math.max(course.completed() / VISITS_A_STEP, 1))))
        .orElse(run.result().intervals());
  }

  private static List<Interval> finer(Run run, VisitCourse course, long leastNanos) {
    List<Interval> intervals = run.result().intervals();
    long stepNanos = roundedUp(Math.max(leastNanos, LEAST_STEP_NANOS));
    boolean finer = course.endNanos() / stepNanos > intervals.size();
    return finer ? course.steps(stepNanos) : intervals;
  }

  /** The next of 1, 2, 5, 10, 20, and so on. */
  private static long roundedUp(long nanos) {
    for (long power = 1; ; power *= 10) {
      for (long step : new long[] {power, 2 * power, 5 * power}) {
        if (step >= nanos) {
          return step;
        }
      }
    }
  }

  /**
   * Steps of intervals. What is left at the end, if it is short, is a part of the last one: few
   * moments make no rate.
   */
  private static List<List<Interval>> merged(List<Interval> intervals) {
    int together = together(intervals);
    List<List<Interval>> steps = new ArrayList<>();
    for (int from = 0; from < intervals.size(); from += together) {
      steps.add(intervals.subList(from, Math.min(from + together, intervals.size())));
    }
    if (steps.size() > 1 && 2 * length(steps.getLast()) < length(steps.getFirst())) {
      int last = steps.size() - 1;
      int from = (last - 1) * together;
      steps.subList(last - 1, last + 1).clear();
      steps.add(intervals.subList(from, intervals.size()));
    }
    return steps;
  }

  private static double length(List<Interval> intervals) {
    return intervals.getLast().endSeconds() - intervals.getFirst().startSeconds();
  }

  private static Present presentOf(List<Interval> intervals) {
    double waiting = 0;
    double occupied = 0;
    for (Interval interval : intervals) {
      double length = interval.endSeconds() - interval.startSeconds();
      waiting += interval.waiting() * length;
      occupied += interval.occupied() * length;
    }
    double all = Math.max(length(intervals), 1e-9);
    return new Present(
        intervals.getFirst().startSeconds(),
        intervals.getLast().endSeconds(),
        waiting / all,
        occupied / all);
  }

  /** Of intervals taken together the longest quantiles are kept. */
  private static Moment moment(List<Interval> intervals) {
    Present present = presentOf(intervals);
    long completed = 0;
    Long p50 = null;
    Long p99 = null;
    Long longest = null;
    for (Interval interval : intervals) {
      long left = interval.completed();
      completed += left;
      p50 = longer(p50, interval.waitP50Nanos(), Quantiles.known(left, 50));
      p99 = longer(p99, interval.waitP99Nanos(), Quantiles.known(left, 99));
      longest = longer(longest, interval.waitMaxNanos(), left > 0);
    }
    return new Moment(
        present.startSeconds(),
        present.endSeconds(),
        present.waiting(),
        present.occupied(),
        completed / Math.max(length(intervals), 1e-9),
        p50,
        p99,
        longest);
  }

  private static @Nullable Long longer(@Nullable Long one, long other, boolean known) {
    return !known ? one : Long.valueOf(one == null ? other : Math.max(one, other));
  }

  /** How late the canary was at most; nothing where there was none. */
  private static List<LanePart> canary(List<IntervalRecord> intervals) {
    int together = Math.max(1, Math.ceilDiv(intervals.size(), MOST));
    List<LanePart> parts = new ArrayList<>();
    for (int from = 0; from < intervals.size(); from += together) {
      List<IntervalRecord> step =
          intervals.subList(from, Math.min(from + together, intervals.size()));
      long most = -1;
      for (IntervalRecord interval : step) {
        Histogram beats = interval.histogram(DurationKind.CANARY);
        most = Math.max(most, beats.getTotalCount() == 0 ? -1 : beats.getMaxValue());
      }
      parts.add(
          new LanePart(
              HeatMapChart.millis(step.getFirst().startNanos()) / 1e3,
              HeatMapChart.millis(step.getLast().endNanos()) / 1e3,
              most < 0 ? null : Double.valueOf((double) most)));
    }
    return parts.stream().allMatch(part -> part.value() == null) ? List.of() : parts;
  }

  /** How many processors were busy; nothing where that was not measured. */
  private static List<LanePart> processors(RunResult result) {
    List<Double> busy = result.cpu().busy();
    List<Interval> intervals = result.intervals();
    if (busy == null || busy.size() != intervals.size()) {
      return List.of();
    }
    int together = together(intervals);
    List<LanePart> parts = new ArrayList<>();
    for (int from = 0; from < intervals.size(); from += together) {
      int to = Math.min(from + together, intervals.size());
      double used = 0;
      double seconds = 0;
      for (int place = from; place < to; place++) {
        Interval interval = intervals.get(place);
        used += busy.get(place) * (interval.endSeconds() - interval.startSeconds());
        seconds += interval.endSeconds() - interval.startSeconds();
      }
      parts.add(
          new LanePart(
              intervals.get(from).startSeconds(),
              intervals.get(to - 1).endSeconds(),
              seconds > 0 ? Double.valueOf(FigureText.roundedTo(DIGITS, used / seconds)) : null));
    }
    return parts;
  }
}
