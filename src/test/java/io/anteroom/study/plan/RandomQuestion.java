package io.anteroom.study.plan;

import io.anteroom.scenario.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A random question about a scenario that has an exact formula.
 *
 * @param scenario as {@link Given} reads it
 * @param slos at least one of which relief helps to meet
 */
record RandomQuestion(Find find, String scenario, List<String> slos) {
  /** No plan may have more. */
  static final int MOST_ROOMS = 60;

  private static final int VISITS = 50;

  private static final String[] PERCENTILES = {"50", "80", "90", "95", "99", "99.9"};

  /** Kinds of scenarios, and which of their metrics theory gives exactly. */
  private enum Kind {
    POISSON("wait.mean wait.stddev wait.p response.mean response.stddev response.p"),
    FIXED_HOLD("wait.mean wait.stddev wait.p response.mean response.stddev response.p"),
    RENEWAL("wait.mean wait.stddev wait.p response.mean response.stddev response.p"),
    ONE_ROOM("wait.mean wait.stddev response.mean response.stddev"),
    PER_ROOM("wait.mean wait.stddev wait.p response.p"),
    LIMIT("turnedAway wait.mean wait.stddev wait.p response.p"),
    IMPATIENT("abandoned wait.mean wait.p waited response.p"),
    LOSS("abandoned"),
    CLOSED("wait.mean wait.stddev wait.p response.mean response.stddev response.p"),
    RESTLESS("wait.mean response.mean"),
    BURST("wait.mean wait.stddev wait.p response.mean response.stddev response.p"),
    GENERAL("");

    private final String metrics;

    Kind(String metrics) {
      this.metrics = metrics;
    }
  }

  /** A question; the same draws make the same. */
  static RandomQuestion of(RandomGenerator random) {
    Kind[] kinds = Kind.values();
    Kind kind = kinds[random.nextInt(kinds.length)];
    boolean open = kind != Kind.CLOSED && kind != Kind.RESTLESS && kind != Kind.BURST;
    Find find = find(kind, open, random);
    double holdSeconds = digits(Math.exp(random.nextDouble(Math.log(0.002), Math.log(20))));
    int rooms = kind == Kind.ONE_ROOM ? 1 : random.nextInt(1, 20);
    int busy = kind == Kind.ONE_ROOM ? 1 : random.nextInt(1, 16);
    double rate = digits(busy * random.nextDouble(0.3, 0.97) / holdSeconds);
    String scenario =
        "replications=2 visits="
            + (kind == Kind.BURST ? 1 : VISITS)
            + " hold="
            + hold(kind, holdSeconds, random)
            + (find == Find.ROOMS ? "" : " rooms=" + rooms)
            + demand(kind, rate, holdSeconds, rooms, random);
    List<String> slos = new ArrayList<>();
    List<String> metrics = metrics(kind);
    int objectives = random.nextInt(4) == 0 ? 2 : 1;
    for (int i = 0; i < objectives; i++) {
      slos.add(slo(find, scenario, metrics.get(random.nextInt(metrics.size())), random));
    }
    if (kind == Kind.LIMIT) {
      slos.add(slo(find, scenario, "turnedAway", random));
    }
    if (kind == Kind.IMPATIENT || kind == Kind.LOSS) {
      slos.add(slo(find, scenario, "abandoned", random));
    }
    return new RandomQuestion(find, scenario, slos.stream().distinct().toList());
  }

  /** The same as a plan takes it. */
  Question question() {
    return new Question(find, Given.scenario(scenario), slos, true, MOST_ROOMS, null);
  }

  private static Find find(Kind kind, boolean open, RandomGenerator random) {
    if (kind == Kind.ONE_ROOM) {
      return random.nextBoolean() ? Find.RATE : Find.HOLD;
    }
    int drawn = random.nextInt(4);
    return drawn == 0 ? Find.HOLD : drawn == 1 && open ? Find.RATE : Find.ROOMS;
  }

  private static String hold(Kind kind, double seconds, RandomGenerator random) {
    String text = plain(seconds) + "s";
    return switch (kind) {
      case FIXED_HOLD -> "fixed:" + text;
      case ONE_ROOM, GENERAL, LOSS -> general(text, random);
      case BURST -> (random.nextBoolean() ? "fixed:" : "exponential:") + text;
      case POISSON, RENEWAL, PER_ROOM, LIMIT, IMPATIENT, CLOSED, RESTLESS -> "exponential:" + text;
    };
  }

  private static String general(String mean, RandomGenerator random) {
    return switch (random.nextInt(5)) {
      case 0 -> "lognormal:" + mean + ",cv=1.5";
      case 1 -> "erlang:" + mean + ",k=3";
      case 2 -> "hyperexponential:" + mean + ",cv=2";
      case 3 -> "pareto:" + mean + ",alpha=4";
      default -> "exponential:" + mean;
    };
  }

  private static String demand(
      Kind kind, double rate, double holdSeconds, int rooms, RandomGenerator random) {
    String poisson = " arrivals=poisson:" + plain(rate) + "/s";
    return switch (kind) {
      case POISSON, FIXED_HOLD, ONE_ROOM -> poisson;
      case PER_ROOM ->
          poisson
              + " mode=reentrant-fair choice="
              + (random.nextBoolean() ? "random" : "round-robin");
      case RENEWAL, GENERAL -> " arrivals=" + gaps(rate, random);
      case LIMIT -> poisson + " limit=" + (rooms + random.nextInt(1, 40));
      case IMPATIENT -> {
        String patience = plain(digits(holdSeconds * random.nextDouble(0.05, 4))) + "s";
        yield poisson
            + " patience="
            + (random.nextBoolean() ? "fixed:" : "exponential:")
            + patience;
      }
      case LOSS -> poisson + " patience=fixed:0s";
      case CLOSED ->
          " arrivals=closed persons="
              + random.nextInt(2, 60)
              + " think=exponential:"
              + plain(digits(holdSeconds * random.nextDouble(0.1, 8)))
              + "s";
      case RESTLESS -> " arrivals=closed persons=" + random.nextInt(2, 60);
      case BURST -> " arrivals=at-once persons=" + random.nextInt(2, 60);
    };
  }

  private static String gaps(double rate, RandomGenerator random) {
    String gap = plain(digits(1 / rate)) + "s";
    return switch (random.nextInt(4)) {
      case 0 -> "constant:" + plain(rate) + "/s";
      case 1 -> "renewal:erlang:" + gap + ",k=3";
      case 2 -> "renewal:hyperexponential:" + gap + ",cv=2";
      default -> "renewal:uniform:0s.." + plain(digits(2 / rate)) + "s";
    };
  }

  private static List<String> metrics(Kind kind) {
    List<String> metrics = new ArrayList<>(List.of("utilisation", "throughput"));
    if (!kind.metrics.isEmpty()) {
      metrics.addAll(List.of(kind.metrics.split(" ", -1)));
    }
    return metrics;
  }

  /** An objective near to what some candidate has, so that the answer is somewhere inside. */
  private static String slo(Find find, String scenario, String kind, RandomGenerator random) {
    String metric =
        kind.endsWith(".p") ? kind + PERCENTILES[random.nextInt(PERCENTILES.length)] : kind;
    boolean upper = !metric.equals("throughput") || find == Find.RATE;
    Scenario given = Given.scenario(scenario);
    double exact = Double.NaN;
    for (int i = 0; i < 20 && !(Double.isFinite(exact) && exact > 0); i++) {
      exact = PlainTheory.figure(PlainTheory.somewhere(find, given, random), metric);
    }
    double limit = Double.isFinite(exact) && exact > 0 ? exact * random.nextDouble(0.7, 1.4) : 0.1;
    String operator = upper ? (random.nextBoolean() ? " < " : " <= ") : " > ";
    return metric + operator + limit(metric, limit);
  }

  private static String limit(String metric, double limit) {
    if (metric.equals("throughput")) {
      return plain(digits(limit)) + "/s";
    }
    if (metric.contains(".")) {
      return plain(Math.max(digits(limit), 0.001)) + "ns";
    }
    return plain(Math.min(0.999, Math.max(digits(limit), 1e-9)));
  }

  private static double digits(double number) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3e", number));
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).toPlainString();
  }
}
