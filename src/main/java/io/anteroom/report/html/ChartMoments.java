package io.anteroom.report.html;

import io.anteroom.report.html.RunData.Moment;
import io.anteroom.result.RunResult.Interval;
import java.util.ArrayList;
import java.util.List;

/** A run's intervals, so many of them together that a chart can show them. */
final class ChartMoments {
  static final int MOST = 600;

  private ChartMoments() {}

  static int together(List<Interval> intervals) {
    return Math.max(1, Math.ceilDiv(intervals.size(), MOST));
  }

  /** In order of time. Of intervals taken together the longest quantiles are kept. */
  static List<Moment> of(List<Interval> intervals) {
    int together = together(intervals);
    List<Moment> moments = new ArrayList<>();
    for (int from = 0; from < intervals.size(); from += together) {
      moments.add(moment(intervals.subList(from, Math.min(from + together, intervals.size()))));
    }
    return moments;
  }

  private static Moment moment(List<Interval> intervals) {
    double seconds = 0;
    double waiting = 0;
    double occupied = 0;
    long completed = 0;
    long p50 = 0;
    long p99 = 0;
    for (Interval interval : intervals) {
      double length = interval.endSeconds() - interval.startSeconds();
      seconds += length;
      waiting += interval.waiting() * length;
      occupied += interval.occupied() * length;
      completed += interval.completed();
      p50 = Math.max(p50, interval.waitP50Nanos());
      p99 = Math.max(p99, interval.waitP99Nanos());
    }
    double all = Math.max(seconds, 1e-9);
    return new Moment(
        intervals.getFirst().startSeconds(),
        intervals.getLast().endSeconds(),
        waiting / all,
        occupied / all,
        completed / all,
        completed == 0 ? null : p50,
        completed == 0 ? null : p99);
  }
}
