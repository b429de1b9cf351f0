package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;

/**
 * How sure a figure of replications is, in few characters: half its interval, such as {@code ±
 * 20µs}; where that would reach below 0, or a share above 1, the other end: {@code ≤ 104µs}, {@code
 * ≥ 97%}.
 */
public final class Margin {
  private static final int DIGITS = 2;

  /** Stands before half an interval. */
  public static final String EVEN = "± ";

  private Margin() {}

  public static String of(Metric metric, Estimate estimate) {
    double reach = estimate.reach();
    boolean below = estimate.mean() - reach < 0;
    boolean above = estimate.mean() + reach > metric.most();
    if (below && above) {
      return "";
    }
    if (below) {
      return "≤ " + text(metric.unit(), estimate.mean() + reach);
    }
    return above
        ? "≥ " + text(metric.unit(), estimate.mean() - reach)
        : EVEN + text(metric.unit(), reach);
  }

  private static String text(Unit unit, double figure) {
    return switch (unit) {
      case DURATION -> FigureText.duration(figure, DIGITS);
      case SHARE -> FigureText.share(figure, DIGITS);
      case RATE -> FigureText.number(figure, DIGITS) + "/s";
      case NUMBER -> FigureText.number(figure, DIGITS);
    };
  }
}
