package io.anteroom.compare;

import io.anteroom.compare.Paired.Scale;
import io.anteroom.expectation.Metric;
import io.anteroom.expectation.Unit;
import io.anteroom.result.FigureText;
import io.anteroom.result.RunResult.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;

/**
 * A difference in words.
 *
 * @param verb what an arm does, before the amount
 * @param more after an amount by which it does more of it
 * @param less after an amount by which it does less of it
 * @param after what follows
 */
record Wording(String verb, String more, String less, String after) {
  /** From here on "times" is easier to grasp than a percentage. */
  private static final double TIMES = 2;

  private static final String LONGER = "longer";
  private static final String SHORTER = "shorter";

  private static final Map<String, Wording> BY_METRIC =
      Map.of(
          "wait.mean", new Wording("waits", LONGER, SHORTER, "on average"),
          "throughput", new Wording("completes", "more", "fewer", "visits a second"),
          "cpu.nanosPerVisit", new Wording("takes", "more", "less", "CPU a visit"),
          "fairness.jain",
              new Wording("shares the waiting", "more", "less", "evenly (Jain's index)"),
          "abandoned", new Wording("has", "more", "fewer", "visits that give up"),
          "pinning.count", new Wording("has", "more", "fewer", "pins"),
          "pinning.effectiveRooms",
              new Wording("uses", "more", "fewer", "rooms while persons wait"),
          "canary.p99", new Wording("lets an unrelated thread run", "later", "earlier", "at p99"));

  static Wording of(Metric metric) {
    String name = metric.name();
    if (name.startsWith("wait.p")) {
      return new Wording("waits", LONGER, SHORTER, "at " + name.substring("wait.".length()));
    }
    return Optional.ofNullable(BY_METRIC.get(name))
        .orElseGet(() -> new Wording("has a", "greater", "smaller", name));
  }

  /** The sentence for a difference that the runs show: {@code one} against {@code base}. */
  String differs(String one, String base, Metric metric, Scale scale, Estimate estimate) {
    if (scale == Scale.DIFFERENCE) {
      boolean greater = estimate.mean() > 0;
      return sentence(one, base, amount(metric.unit(), estimate), greater ? more : less);
    }
    if (estimate.mean() >= 1) {
      return sentence(one, base, amount(estimate.low(), estimate.high()), more);
    }
    return 1 / estimate.low() >= TIMES
        ? sentence(base, one, amount(1 / estimate.high(), 1 / estimate.low()), more)
        : sentence(one, base, percent(1 - estimate.high(), 1 - estimate.low()), less);
  }

  private String sentence(String one, String base, String amount, String comparative) {
    return quoted(one)
        + " "
        + verb
        + " "
        + amount
        + " "
        + comparative
        + " "
        + after
        + " than "
        + quoted(base);
  }

  private static String quoted(String label) {
    return "`" + label + "`";
  }

  /** A ratio above 1. */
  private static String amount(double low, double high) {
    return high >= TIMES ? range(low, high, "") + " times" : percent(low - 1, high - 1);
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
    if (!Double.isFinite(figure)) {
      return "infinitely many";
    }
    BigDecimal rounded = BigDecimal.valueOf(figure).round(new MathContext(digits));
    return Math.abs(figure) < 1000
        ? rounded.stripTrailingZeros().toPlainString()
        : FigureText.count(rounded.longValue());
  }
}
