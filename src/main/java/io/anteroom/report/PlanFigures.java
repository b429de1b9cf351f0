package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures of a plan in narrow columns. */
public final class PlanFigures {
  private static final double SMALLEST_SHARE = 1e-4;
  private static final int DIGITS = 3;

  private PlanFigures() {}

  /** The metric of an objective, which is its name, and then a comparison. */
  static Metric metric(String objective) {
    return PartMetrics.recorded(objective.replaceFirst("\\s*[<>]=?.*$", "")).orElseThrow();
  }

  /** A figure in its unit; a dash where there is none. */
  public static String text(Unit unit, @Nullable Double figure) {
    return figure == null ? FigureText.NONE : text(unit, figure.doubleValue());
  }

  public static String text(Unit unit, double figure) {
    if (!Double.isFinite(figure)) {
      return FigureText.NONE;
    }
    return switch (unit) {
      case DURATION -> FigureText.duration(figure);
      case SHARE ->
          figure != 0 && Math.abs(figure) < SMALLEST_SHARE
              ? sign(figure) + "<0.01%"
              : FigureText.share(figure);
      case RATE -> rate(figure);
      case NUMBER -> FigureText.number(figure, DIGITS);
    };
  }

  private static String sign(double figure) {
    return figure < 0 ? "-" : "";
  }

  private static String rate(double perSecond) {
    double size = Math.abs(perSecond);
    if (size >= 1e6) {
      return FigureText.number(perSecond / 1e6, DIGITS) + "M/s";
    }
    return size >= 1e4
        ? FigureText.number(perSecond / 1e3, DIGITS) + "k/s"
        : FigureText.number(perSecond, DIGITS + 1) + "/s";
  }

  /** An interval; a dash where there is none. */
  static String interval(Unit unit, @Nullable Estimate estimate) {
    return estimate == null
        ? "–"
        : text(unit, Math.max(estimate.low(), 0)) + " – " + text(unit, most(unit, estimate.high()));
  }

  private static double most(Unit unit, double figure) {
    return unit == Unit.SHARE ? Math.min(figure, 1) : figure;
  }

  static String probability(double probability) {
    if (probability > 0.9995) {
      return "over 0.999";
    }
    return probability < 0.0005 ? "under 0.001" : String.format(Locale.ROOT, "%.3f", probability);
  }
}
