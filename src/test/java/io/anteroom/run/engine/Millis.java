package io.anteroom.run.engine;

import io.anteroom.measure.Histograms;
import io.anteroom.result.Latency;
import org.HdrHistogram.Histogram;

/** Times of a stepped run, told in milliseconds. */
final class Millis {
  private Millis() {}

  /** So many nanoseconds. */
  static long ms(double millis) {
    return Math.round(millis * 1e6);
  }

  /** A histogram of exactly these durations. */
  static Histogram histogram(double... millis) {
    Histogram histogram = Histograms.empty().wait;
    for (double each : millis) {
      histogram.recordValue(ms(each));
    }
    return histogram;
  }

  /** The figures of exactly these durations. */
  static Latency latency(double... millis) {
    return Latency.of(histogram(millis));
  }
}
