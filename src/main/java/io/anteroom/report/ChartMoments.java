package io.anteroom.report;

import io.anteroom.measure.Quantiles;
import io.anteroom.report.facts.RunData.Moment;
import io.anteroom.result.RunResult.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    Long p50 = null;
    Long p99 = null;
    Long longest = null;
    for (Interval interval : intervals) {
      double length = interval.endSeconds() - interval.startSeconds();
      seconds += length;
      waiting += interval.waiting() * length;
      occupied += interval.occupied() * length;
      completed += interval.completed();
      long left = interval.completed();
      p50 = longer(p50, interval.waitP50Nanos(), Quantiles.known(left, 50));
      p99 = longer(p99, interval.waitP99Nanos(), Quantiles.known(left, 99));
      longest = longer(longest, interval.waitMaxNanos(), left > 0);
    }
    double all = Math.max(seconds, 1e-9);
    return new Moment(
        intervals.getFirst().startSeconds(),
        intervals.getLast().endSeconds(),
        waiting / all,
        occupied / all,
        completed / all,
        p50,
        p99,
        longest);
  }

  private static @Nullable Long longer(@Nullable Long one, long other, boolean known) {
    return !known ? one : Long.valueOf(one == null ? other : Math.max(one, other));
  }
}
