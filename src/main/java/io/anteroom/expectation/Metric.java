package io.anteroom.expectation;

import io.anteroom.result.Run;
import java.util.OptionalDouble;

/**
 * A quantity that runs are judged by.
 *
 * @param meaning one line for a person to read
 * @param gauge reads it from a run
 */
public record Metric(String name, Unit unit, String meaning, Gauge gauge) {
  /** An index that is a share without being called one. */
  private static final String JAIN = "fairness.jain";

  /** Reads a quantity from a run. */
  @FunctionalInterface
  public interface Gauge {
    /** The quantity in the metric's unit; empty or NaN where the run has no data for it. */
    OptionalDouble read(Run run);
  }

  /** The most that it can be; no metric is less than 0. */
  public double most() {
    return unit == Unit.SHARE || name.equals(JAIN) ? 1 : Double.POSITIVE_INFINITY;
  }

  /** What it was in that run; empty where the run has no data for it. */
  public OptionalDouble measure(Run run) {
    OptionalDouble measured = gauge.read(run);
    return measured.isPresent() && Double.isFinite(measured.getAsDouble())
        ? measured
        : OptionalDouble.empty();
  }
}
