package io.anteroom.measure;

/**
 * Counts the measured arrivals of an open model, and knows how many of them came before its end:
 * where the last arrival ends the measured part, that one lies on its edge. Mutable; confined to
 * one thread.
 */
public final class ArrivalCount {
  private long latestNanos;
  private long all;
  private long measured;
  private long measuredAtLatest;

  /** An arrival is intended then. */
  public void arrives(long intendedNanos, boolean counts) {
    all++;
    if (intendedNanos > latestNanos) {
      latestNanos = intendedNanos;
      measuredAtLatest = 0;
    }
    if (counts) {
      measured++;
      measuredAtLatest += intendedNanos == latestNanos ? 1 : 0;
    }
  }

  /** Measured arrivals are intended then, none before those that came earlier. */
  public void arrive(long[] intendedNanos, int count) {
    long last = intendedNanos[count - 1];
    if (last > latestNanos) {
      latestNanos = last;
      measuredAtLatest = 0;
    }
    for (int i = count - 1; i >= 0 && intendedNanos[i] == last; i--) {
      measuredAtLatest++;
    }
    all += count;
    measured += count;
  }

  /** When the latest arrival was intended. */
  public long latestNanos() {
    return latestNanos;
  }

  public long all() {
    return all;
  }

  /** Measured arrivals before that time, which is not before the latest one. */
  public long before(long endNanos) {
    return endNanos > latestNanos ? measured : measured - measuredAtLatest;
  }
}
