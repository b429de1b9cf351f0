package io.anteroom.measure.flight;

import org.HdrHistogram.Histogram;

/**
 * Histograms of nanoseconds to two digits, from a microsecond to any duration: they grow with what
 * is in them, since most hold little.
 */
final class WideHistogram {
  private static final long LEAST_NANOS = 1_000;
  private static final int DIGITS = 2;

  private WideHistogram() {}

  /** An empty one, for one thread. */
  static Histogram empty() {
    Histogram histogram = new Histogram(LEAST_NANOS, 2 * LEAST_NANOS, DIGITS);
    histogram.setAutoResize(true);
    return histogram;
  }
}
