package io.anteroom.measure;

/**
 * The average over time of a quantity that is looked at now and then, such as the persons who wait.
 * It integrates by the trapezoid rule, so that unequal gaps do no harm. Mutable; confined to one
 * thread.
 */
public final class TimeAverage {
  private long samples;
  private long firstNanos;
  private long lastNanos;
  private long lastValue;
  private double integral;

  /** Of the differences between successive values, each times the gap between them. */
  private double sumOfSquares;

  /** Adds a sample. Times ascend. */
  public void add(long timeNanos, long value) {
    if (samples == 0) {
      firstNanos = timeNanos;
    } else {
      double gap = timeNanos - lastNanos;
      integral += gap * ((lastValue + value) / 2.0);
      double change = gap * (value - lastValue);
      sumOfSquares += change * change;
    }
    samples++;
    lastNanos = timeNanos;
    lastValue = value;
  }

  /** How many samples there are. */
  public long samples() {
    return samples;
  }

  /** The time between the first sample and the last, in nanoseconds. */
  public long nanos() {
    return lastNanos - firstNanos;
  }

  /** The average; 0 before there are two samples. */
  public double average() {
    return lastNanos == firstNanos ? 0 : integral / (lastNanos - firstNanos);
  }

  /**
   * How far {@link #average} may be off because the quantity was not looked at all the time: the
   * standard error of systematic samples by successive differences (Wolter: Introduction to
   * Variance Estimation, chapter 8), each of which counts by the square of its gap: when a jump
   * took place within a gap is not known. It is small for a path without jumps, however far that
   * wanders.
   */
  public double standardError() {
    return lastNanos == firstNanos
        ? Double.POSITIVE_INFINITY
        : Math.sqrt(sumOfSquares / 2) / (lastNanos - firstNanos);
  }
}
