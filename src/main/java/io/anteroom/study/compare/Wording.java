package io.anteroom.study.compare;

import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.compare.Paired.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A difference in words. Ratios that say nothing exact are capped: {@code at least 24 times}. */
record Wording(Metric metric) {
  /** From here on "times" is easier to grasp than a percentage. */
  private static final double TIMES = 2;

  /** A ratio above this is only said to be above it. */
  private static final double MOST_TIMES = 1000;

  /** Ends that differ by more than this factor are no interval to read; the lower one is said. */
  private static final double WIDEST = 50;

  /** What a clock on the wall measures below this is mostly the cost of reading it. */
  private static final double RESOLUTION_NANOS = 1000;

  /**
   * The sentence for a difference that the runs show: {@code one} against {@code base}.
   *
   * @param clocked the smaller one of their figures, where a clock has measured it; else infinite
   */
  String differs(String one, String base, Scale scale, Estimate estimate, double clocked) {
    String more = metric.words().more();
    String less = metric.words().less();
    if (scale == Scale.DIFFERENCE) {
      boolean greater = estimate.mean() > 0;
      return sentence(one, base, amount(metric.unit(), estimate), greater ? more : less);
    }
    boolean greater = estimate.mean() >= 1;
    double low = greater ? estimate.low() : 1 / estimate.high();
    double high = greater ? estimate.high() : 1 / estimate.low();
    if (clocked < RESOLUTION_NANOS) {
      double least = low * clocked / RESOLUTION_NANOS;
      String amount = least > 1 ? atLeast(least) : "an unknown amount";
      return greater ? sentence(one, base, amount, more) : sentence(base, one, amount, more);
    }
    if (greater) {
      return sentence(one, base, amount(low, high), more);
    }
    return high >= TIMES
        ? sentence(base, one, amount(low, high), more)
        : sentence(one, base, percent(1 - estimate.high(), 1 - estimate.low()), less);
  }

  private String sentence(String one, String base, String amount, String comparative) {
    return quoted(one)
        + " "
        + metric.words().verb()
        + " "
        + amount
        + " "
        + comparative
        + " "
        + metric.words().after()
        + " than "
        + quoted(base);
  }

  private static String quoted(String label) {
    return "`" + label + "`";
  }

  /** A ratio above 1. */
  private static String amount(double low, double high) {
    if (high > MOST_TIMES || high / low > WIDEST) {
      return atLeast(low);
    }
    return high >= TIMES ? range(low, high, "") + " times" : percent(low - 1, high - 1);
  }

  /** A ratio above 1 of which only the lower end is said, rounded towards 1. */
  private static String atLeast(double low) {
    if (low > MOST_TIMES) {
      return "more than " + FigureText.count((long) MOST_TIMES, "time");
    }
    return "at least " + (low >= TIMES ? down(low) + " times" : down((low - 1) * 100) + "%");
  }

  private static String down(double figure) {
    return BigDecimal.valueOf(figure)
        .round(new MathContext(2, RoundingMode.DOWN))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String amount(Unit unit, Estimate estimate) {
    double one = Math.min(Math.abs(estimate.low()), Math.abs(estimate.high()));
    double other = Math.max(Math.abs(estimate.low()), Math.abs(estimate.high()));
    String from = unit.text(one, 2);
    String to = unit.text(other, 2);
    String points = unit == Unit.SHARE ? " (of all)" : "";
    return from.equals(to) ? to + points : from + " to " + to + points;
  }

  private static String percent(double low, double high) {
    return range(low * 100, high * 100, "%");
  }

  /** As many digits as tell the ends apart, from 2 to 4. */
  private static String range(double low, double high, String unit) {
    for (int digits = 2; digits <= 4; digits++) {
      String from = figure(low, digits);
      String to = figure(high, digits);
      if (!from.equals(to)) {
        return from + unit + " to " + to + unit;
      }
    }
    return figure(high, 4) + unit;
  }

  private static String figure(double figure, int digits) {
    BigDecimal rounded = BigDecimal.valueOf(figure).round(new MathContext(digits));
    return Math.abs(figure) < 1000
        ? rounded.stripTrailingZeros().toPlainString()
        : FigureText.count(rounded.longValue());
  }
}
