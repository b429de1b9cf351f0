package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A run's metrics as a person reads them. */
record RunWords(Run run) {
  /** From here on a double has no room for every whole number. */
  private static final double HIGHEST_COUNT = 1L << 53;

  String of(String metric) {
    return of(Metrics.named(metric));
  }

  String of(Metric metric) {
    OptionalDouble value = metric.measure(run);
    return value.isEmpty() ? FigureText.NONE : text(metric.unit(), value.getAsDouble());
  }

  /** How sure it is, such as {@code ± 20µs}; empty where that is not known. */
  String margin(Metric metric) {
    Estimate estimate = estimate(metric.name());
    OptionalDouble value = metric.measure(run);
    return estimate == null || value.isEmpty()
        ? ""
        : Margin.of(metric, estimate, value.getAsDouble());
  }

  @Nullable Estimate estimate(String metric) {
    return run.result().interval(metric);
  }

  static String text(Unit unit, double value) {
    if (!Double.isFinite(value)) {
      return FigureText.NONE;
    }
    return switch (unit) {
      case DURATION -> FigureText.duration(value);
      case SHARE -> FigureText.share(value);
      case RATE -> FigureText.rate(value);
      case NUMBER ->
          value == Math.rint(value) && Math.abs(value) < HIGHEST_COUNT
              ? FigureText.count((long) value)
              : FigureText.number(value, FigureText.DIGITS);
    };
  }
}
