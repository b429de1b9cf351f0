package io.anteroom.report.live;

import java.util.List;

/**
 * How a figure went from the start on, in a bounded number of points at equal distances: when there
 * are too many, every two become one. Confined to one thread.
 */
final class LiveCourse {
  private static final int MOST_POINTS = 256;
  private static final long FIRST_STEP_NANOS = 200_000_000;

  private final double[] sums = new double[MOST_POINTS];
  private final int[] counts = new int[MOST_POINTS];
  private long stepNanos = FIRST_STEP_NANOS;
  private int points;

  /** The figure was that much at that time, which is not before those added. */
  void add(long nanos, double figure) {
    while (nanos / stepNanos >= MOST_POINTS) {
      halve();
    }
    int point = (int) (nanos / stepNanos);
    sums[point] += figure;
    counts[point]++;
    points = Math.max(points, point + 1);
  }

  private void halve() {
    for (int point = 0; point < MOST_POINTS; point++) {
      int pair = 2 * point;
      boolean inside = pair < MOST_POINTS;
      sums[point] = inside ? sums[pair] + sums[pair + 1] : 0;
      counts[point] = inside ? counts[pair] + counts[pair + 1] : 0;
    }
    points = (points + 1) / 2;
    stepNanos *= 2;
  }

  /** Its averages, in order; a point without a figure takes the next one's. */
  List<Double> points() {
    Double[] averages = new Double[points];
    double average = 0;
    for (int point = points - 1; point >= 0; point--) {
      average = counts[point] == 0 ? average : sums[point] / counts[point];
      averages[point] = average;
    }
    return List.of(averages);
  }
}
