package io.anteroom.report.live;

import java.util.List;

/** How fast a count grows, and how that went. Confined to one thread. */
final class Rate {
  private static final long LEAST_NANOS = 150_000_000;

  private final LiveCourse course = new LiveCourse();
  private long nanos;
  private long count;
  private double perSecond;

  /** The count was that much at that time. */
  void see(long nowNanos, long nowCount) {
    if (nowNanos - nanos < LEAST_NANOS) {
      return;
    }
    perSecond = Math.max(nowCount - count, 0) * 1e9 / (nowNanos - nanos);
    course.add(nowNanos, perSecond);
    nanos = nowNanos;
    count = nowCount;
  }

  /** As it was last. */
  double perSecond() {
    return perSecond;
  }

  List<Double> course() {
    return course.points();
  }
}
