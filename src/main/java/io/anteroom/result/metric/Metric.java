package io.anteroom.result.metric;

import io.anteroom.measure.Quantiles;
import io.anteroom.result.Run;
import io.anteroom.statistics.Estimate;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that runs are judged by.
 *
 * @param meaning one line for a person to read
 * @param gauge reads it from a run
 * @param quantile what it is a quantile of; null: it is none
 */
public record Metric(
    String name, Unit unit, String meaning, Gauge gauge, @Nullable Quantile quantile) {

  /** An index that is a share without being called one. */
  private static final String JAIN = "fairness.jain";

  /** A metric that is no quantile. */
  public Metric(String name, Unit unit, String meaning, Gauge gauge) {
    this(name, unit, meaning, gauge, null);
  }

  /** Reads a quantity from a run. */
  @FunctionalInterface
  public interface Gauge {
    /** The quantity in the metric's unit; empty or NaN where the run has no data for it. */
    OptionalDouble read(Run run);
  }

  /**
   * A quantile of a run's durations.
   *
   * @param percent greater than 0, less than 100
   * @param count how many durations there are
   * @param reached what {@link Quantiles#LEAST_BEYOND} of them reached, or all if there are fewer:
   *     where the quantile is no figure it is at least that
   * @param longest of them
   */
  public record Quantile(double percent, ToLongFunction<Run> count, Gauge reached, Gauge longest) {

    /** Whether enough durations lie beyond it; else it is no figure. */
    public boolean known(Run run) {
      return Quantiles.known(count.applyAsLong(run), percent);
    }
  }

  /** The most that it can be; no metric is less than 0. */
  public double most() {
    return unit == Unit.SHARE || name.equals(JAIN) ? 1 : Double.POSITIVE_INFINITY;
  }

  /** The interval without what the metric can't be: less than 0, or of a share more than 1. */
  public Estimate possible(Estimate estimate) {
    return new Estimate(
        estimate.mean(),
        Math.max(estimate.low(), 0),
        Math.min(estimate.high(), Math.max(most(), estimate.mean())));
  }

  /**
   * What it was in that run; empty where the run has no data for it, and of a quantile where too
   * few durations lie beyond it (see {@link Quantiles}).
   */
  public OptionalDouble measure(Run run) {
    if (quantile != null && !quantile.known(run)) {
      return OptionalDouble.empty();
    }
    OptionalDouble measured = gauge.read(run);
    return measured.isPresent() && Double.isFinite(measured.getAsDouble())
        ? measured
        : OptionalDouble.empty();
  }
}
