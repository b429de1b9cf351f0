package io.anteroom.theory;

import io.anteroom.scenario.Scenario;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A prediction's figures under the names and in the units of the reference results. */
final class Figures {
  private static final double NANOS = 1e9;

  private final Scenario scenario;
  private final Prediction prediction;

  Figures(Scenario scenario, Prediction prediction) {
    this.scenario = scenario;
    this.prediction = prediction;
  }

  /** The figure of that name, if the prediction gives it. */
  OptionalDouble get(String metric) {
    double hold = scenario.stay().hold().meanNanos() / NANOS;
    OptionalDouble meanWait = seconds(prediction.meanWaitOfAllNanos());
    double admittedPerSecond = prediction.throughputPerSecond() / (1 - prediction.abandoned());
    return switch (metric) {
      case "p_wait" -> optional(prediction.waited());
      case "rho" -> OptionalDouble.of(prediction.offeredLoad() / scenario.facility().rooms());
      case "utilisation" -> OptionalDouble.of(prediction.utilisation());
      case "throughput" -> OptionalDouble.of(prediction.throughputPerSecond());
      case "makespan" ->
          OptionalDouble.of(scenario.demand().persons() / prediction.throughputPerSecond());
      case "p_block" -> OptionalDouble.of(prediction.turnedAway());
      case "p_abandon" -> OptionalDouble.of(prediction.abandoned());
      case "Wq" -> meanWait;
      case "W" -> served(times(meanWait, 1, hold));
      // Little's law.
      case "Lq" -> times(meanWait, admittedPerSecond, 0);
      case "L" -> served(times(meanWait, admittedPerSecond, admittedPerSecond * hold));
      case "sd_wait" -> served(seconds(prediction.stddevWaitNanos()));
      case "service_level_20s" -> served(servedWithin20Seconds());
      case "max_wait" -> longest();
      default -> metric.startsWith("wait_p") ? served(quantile(metric)) : OptionalDouble.empty();
    };
  }

  /** The reference counts the waits of those who gave up, the prediction does not. */
  private OptionalDouble served(OptionalDouble figure) {
    return prediction.abandoned() == 0 ? figure : OptionalDouble.empty();
  }

  /** Where the reference counts in minutes, one of them is a second of the scenario. */
  private OptionalDouble servedWithin20Seconds() {
    OptionalDouble exceeds = prediction.waitExceedsProbability(NANOS / 3);
    return times(exceeds, -1, 1);
  }

  private OptionalDouble longest() {
    return times(prediction.waitQuantileNanos(100 - 1e-9), 1 / NANOS, 0);
  }

  private OptionalDouble quantile(String metric) {
    double percentile = Double.parseDouble(metric.substring("wait_p".length()).replace('_', '.'));
    return times(prediction.waitQuantileNanos(percentile), 1 / NANOS, 0);
  }

  private static OptionalDouble seconds(@Nullable Double nanos) {
    return times(optional(nanos), 1 / NANOS, 0);
  }

  private static OptionalDouble optional(@Nullable Double figure) {
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }

  private static OptionalDouble times(OptionalDouble figure, double factor, double more) {
    return figure.isPresent()
        ? OptionalDouble.of(figure.getAsDouble() * factor + more)
        : OptionalDouble.empty();
  }
}
