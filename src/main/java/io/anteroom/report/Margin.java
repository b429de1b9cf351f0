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
  private static final int MOST_DIGITS = 6;

  /** A figure that lies so much of the reach off the middle is another one. */
  private static final double CLOSE = 0.01;

  /** Stands before half an interval. */
  public static final String EVEN = "± ";

  private Margin() {}

  /**
   * The interval about a figure. Results of older versions have it about the mean of the
   * replications' figures, which may be another one: of these it is both ends, {@code 1.4s–1.8s}.
   *
   * @param figure that it stands beside
   */
  public static String of(Metric metric, Estimate estimate, double figure) {
    return Math.abs(figure - estimate.mean()) > CLOSE * estimate.reach()
        ? text(metric.unit(), estimate.low()) + "–" + text(metric.unit(), estimate.high())
        : of(metric, estimate);
  }

  /** The interval about the estimate itself. */
  public static String of(Metric metric, Estimate estimate) {
    double reach = estimate.reach();
    boolean below = estimate.mean() - reach < 0;
    boolean above = estimate.mean() + reach > metric.most();
    if (below && above) {
      return "";
    }
    if (below) {
      return "≤ " + bound(metric.unit(), estimate.mean() + reach, estimate.mean());
    }
    return above
        ? "≥ " + bound(metric.unit(), estimate.mean() - reach, estimate.mean())
        : EVEN + text(metric.unit(), reach);
  }

  /** An end of the interval, with so many digits that rounding does not take it past the figure. */
  private static String bound(Unit unit, double end, double figure) {
    int digits = DIGITS;
    while (digits < MOST_DIGITS
        && (FigureText.roundedTo(digits, end) - figure) * (end - figure) < 0) {
      digits++;
    }
    return text(unit, end, digits);
  }

  private static String text(Unit unit, double figure) {
    return text(unit, figure, DIGITS);
  }

  private static String text(Unit unit, double figure, int digits) {
    return switch (unit) {
      case DURATION -> FigureText.duration(figure, digits);
      case SHARE -> FigureText.share(figure, digits);
      case RATE -> FigureText.number(figure, digits) + "/s";
      case NUMBER -> FigureText.number(figure, digits);
    };
  }
}
