package io.anteroom.scenario;

import java.util.Arrays;

/** Durations in nanoseconds, as read from a file: at least one, none negative. Immutable. */
public final class DurationList {
  private final long[] nanos;

  /** A list of the given durations, in the given order. */
  public DurationList(long... nanos) {
    Numbers.require(nanos.length != 0, "at least one duration");
    if (Arrays.stream(nanos).anyMatch(duration -> duration < 0)) {
      throw new IllegalArgumentException("allowed: no duration below 0s");
    }
    this.nanos = nanos.clone();
  }

  /** How many there are. */
  public int size() {
    return nanos.length;
  }

  /** The duration at {@code index}, in nanoseconds. */
  public long nanos(int index) {
    return nanos[index];
  }

  /** The mean, in nanoseconds. */
  public double meanNanos() {
    return Arrays.stream(nanos).asDoubleStream().average().orElseThrow();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DurationList list && Arrays.equals(nanos, list.nanos);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(nanos);
  }
}
