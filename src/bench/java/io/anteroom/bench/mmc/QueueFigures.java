package io.anteroom.bench.mmc;

import org.HdrHistogram.Histogram;

/**
 * What a program found of a queue.
 *
 * @param visits that were over at the end
 * @param occupiedRooms the average over time, from the first arrival to the last leaving
 */
public record QueueFigures(
    long visits,
    double meanWaitNanos,
    double meanHoldNanos,
    double meanResponseNanos,
    double occupiedRooms) {

  /** The figures of histograms of nanoseconds. */
  static QueueFigures of(
      Histogram waits, Histogram holds, Histogram responses, double occupiedRooms) {
    return new QueueFigures(
        responses.getTotalCount(),
        waits.getMean(),
        holds.getMean(),
        responses.getMean(),
        occupiedRooms);
  }
}
