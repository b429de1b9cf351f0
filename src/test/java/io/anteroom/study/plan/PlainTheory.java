package io.anteroom.study.plan;

import io.anteroom.result.metric.Expectation;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Scenario;
import io.anteroom.theory.HoldFigures;
import io.anteroom.theory.NoFormula;
import io.anteroom.theory.Prediction;
import io.anteroom.theory.Theory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Plans by trying one candidate after the other, with formulas alone; apart from the planner. */
final class PlainTheory {
  private static final double NANOS = 1e9;

  private PlainTheory() {}

  /**
   * The hardest candidate that meets all, as all easier ones do; null where the easiest fails, or
   * where any rate or hold does.
   */
  static @Nullable BigDecimal answer(Find find, Scenario scenario, List<String> slos, int most) {
    @Nullable BigDecimal answer = null;
    for (BigDecimal value : candidates(find, scenario, most)) {
      if (!meets(at(find, scenario, value), slos)) {
        return answer;
      }
      answer = value;
    }
    return find == Find.ROOMS ? answer : null;
  }

  /** Whether a candidate meets all that were given. */
  static boolean meets(Scenario candidate, List<String> slos) {
    return slos.stream()
        .map(Expectation::parse)
        .allMatch(slo -> slo.holds(figure(candidate, slo.metric().name())));
  }

  /** All candidates that matter, the easiest first. */
  static List<BigDecimal> candidates(Find find, Scenario scenario, int mostRooms) {
    List<BigDecimal> candidates = new ArrayList<>();
    if (find == Find.ROOMS) {
      Integer limit = scenario.demand().limit();
      int present = limit == null ? Integer.MAX_VALUE : limit;
      boolean open = scenario.demand().arrivals().open();
      int most = Math.min(mostRooms, open ? present : scenario.demand().persons());
      for (int rooms = most; rooms >= 1; rooms--) {
        candidates.add(BigDecimal.valueOf(rooms));
      }
      return candidates;
    }
    double full = fullLoad(find, scenario);
    for (int decade = (int) Math.log10(full) - 3; decade <= (int) Math.log10(full) + 1; decade++) {
      for (int digits = 100; digits < 1000; digits++) {
        BigDecimal value = BigDecimal.valueOf(digits).scaleByPowerOfTen(decade - 2);
        if (value.doubleValue() > full / 100 && value.doubleValue() < 3 * full) {
          candidates.add(value);
        }
      }
    }
    return candidates;
  }

  /** What takes all rooms if nobody waits, or a hold as long as there is time to think. */
  private static double fullLoad(Find find, Scenario scenario) {
    double rooms = scenario.facility().rooms();
    if (find == Find.RATE) {
      return rooms / scenario.stay().hold().meanNanos() * NANOS;
    }
    return scenario.demand().arrivals().open()
        ? rooms / Variation.rate(scenario.demand().arrivals()) * NANOS
        : scenario.stay().hold().meanNanos();
  }

  /** The scenario of a candidate. */
  static Scenario at(Find find, Scenario scenario, BigDecimal value) {
    return switch (find) {
      case ROOMS -> scenario.withRooms(value.intValueExact());
      case RATE ->
          Variation.withArrivals(
              scenario,
              Objects.requireNonNull(
                  Variation.atRate(scenario.demand().arrivals(), value.doubleValue())));
      case HOLD ->
          Variation.withHold(
              scenario,
              Objects.requireNonNull(
                  Variation.withMean(scenario.stay().hold(), value.doubleValue())));
    };
  }

  /** Some candidate, with a load that makes sense. */
  static Scenario somewhere(Find find, Scenario scenario, RandomGenerator random) {
    if (find == Find.ROOMS) {
      return scenario.withRooms(random.nextInt(1, 30));
    }
    double value = fullLoad(find, scenario) * random.nextDouble(0.05, 1.3);
    return at(find, scenario, BigDecimal.valueOf(value).round(new MathContext(3)));
  }

  /** A metric by the formulas; infinite where a line grows without end, NaN where none is known. */
  static double figure(Scenario scenario, String metric) {
    Distribution hold = scenario.stay().hold();
    boolean open = scenario.demand().arrivals().open();
    boolean loss = scenario.stay().patience() != null || scenario.demand().limit() != null;
    int rooms = scenario.facility().rooms();
    double perNano = open ? Variation.rate(scenario.demand().arrivals()) / NANOS : 0;
    double load = perNano * hold.meanNanos();
    if (open && !loss && load >= rooms * (1 - 1e-12)) {
      return switch (metric) {
        case "utilisation" -> 1;
        case "throughput" -> rooms / hold.meanNanos() * NANOS;
        default -> Double.POSITIVE_INFINITY;
      };
    }
    if (open && !loss && metric.equals("throughput")) {
      return rounded(perNano * NANOS);
    }
    if (open && !loss && metric.equals("utilisation")) {
      return rounded(load / rooms);
    }
    return switch (Theory.of(scenario)) {
      case Prediction known when known.exact() -> rounded(figure(known, hold, metric));
      case Prediction approximate -> Double.NaN;
      case NoFormula none -> Double.NaN;
    };
  }

  private static double figure(Prediction known, Distribution hold, String metric) {
    double deviation = HoldFigures.stddevNanos(hold);
    return switch (metric) {
      case "utilisation" -> known.utilisation();
      case "throughput" -> known.throughputPerSecond();
      case "abandoned" -> known.abandoned();
      case "turnedAway" -> known.turnedAway();
      case "waited" -> number(known.waitOfAllExceedsProbability(100_000));
      case "wait.mean" -> number(known.meanWaitNanos());
      case "wait.stddev" -> number(known.stddevWaitNanos());
      case "response.mean" -> number(known.meanWaitNanos()) + hold.meanNanos();
      case "response.stddev" -> Math.hypot(number(known.stddevWaitNanos()), deviation);
      default -> {
        double percentile = Double.parseDouble(metric.substring(metric.indexOf(".p") + 2));
        yield number(
            metric.startsWith("wait")
                ? known.waitQuantileNanos(percentile)
                : known.responseQuantileNanos(hold, percentile));
      }
    };
  }

  private static double number(@Nullable Double figure) {
    return figure == null ? Double.NaN : figure;
  }

  private static double number(OptionalDouble figure) {
    return figure.orElse(Double.NaN);
  }

  /** The last digits of a formula are noise. */
  private static double rounded(double figure) {
    return Double.isFinite(figure)
        ? BigDecimal.valueOf(figure).round(new MathContext(10)).doubleValue()
        : figure;
  }
}
