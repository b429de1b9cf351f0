package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How sure an arm's mean is, for a person to read. An interval is not always even: it ends at 0,
 * and where it is of logarithms it reaches further up than down. It is a {@code ±} only where both
 * sides are about as long and the figure can be all that lies between.
 */
final class ArmInterval {
  /** Ends that differ by more than this factor tell nothing. */
  static final double WIDEST = 1000;

  /** What stands in place of such an interval. */
  static final String UNCERTAIN = "uncertain";

  /** One side may be so many times as long as the other one. */
  private static final double EVEN = 1.25;

  private static final int DIGITS = 2;

  private ArmInterval() {}

  /** Whether the interval tells nothing. */
  static boolean uncertain(Estimate estimate) {
    return estimate.high() > WIDEST * (estimate.low() > 0 ? estimate.low() : estimate.mean());
  }

  /** In few characters, such as {@code ±40µs} or {@code 3.2–41ms}; empty where nothing varies. */
  static String shortText(Metric metric, @Nullable Estimate estimate) {
    if (estimate == null || estimate.low() == estimate.high()) {
      return "";
    }
    if (uncertain(estimate)) {
      return UNCERTAIN;
    }
    if (even(metric, estimate)) {
      return "±" + figure(metric.unit(), estimate.reach());
    }
    String from = figure(metric.unit(), estimate.low());
    String to = figure(metric.unit(), estimate.high());
    String unit = to.replaceFirst("^[0-9.]+", "");
    boolean same = !unit.isEmpty() && from.matches("[0-9.]+" + Pattern.quote(unit));
    return (same ? from.substring(0, from.length() - unit.length()) : from) + "–" + to;
  }

  private static boolean even(Metric metric, Estimate estimate) {
    double up = estimate.high() - estimate.mean();
    double down = estimate.mean() - estimate.low();
    return up <= EVEN * down
        && down <= EVEN * up
        && estimate.reach() <= estimate.mean()
        && estimate.mean() + estimate.reach() <= metric.most();
  }

  private static String figure(Unit unit, double figure) {
    return unit == Unit.DURATION
        ? unit.text(figure, DIGITS)
        : PlanFigures.text(unit, FigureText.roundedTo(DIGITS, figure));
  }

  /** From where to where. */
  static String text(Metric metric, Estimate estimate) {
    return uncertain(estimate) ? UNCERTAIN : PlanFigures.interval(metric.unit(), estimate);
  }

  /** The end of the interval, as far as it is drawn. */
  static double end(Estimate estimate) {
    return uncertain(estimate) ? estimate.mean() : estimate.high();
  }
}
