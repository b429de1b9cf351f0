package io.anteroom.study.replication;

import io.anteroom.scenario.Scenario;
import io.anteroom.theory.QueueingCase;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** How long a reference case is simulated, and how much of the beginning is left out. */
final class CaseLength {
  private static final int REPLICATIONS = 12;

  /** Each counts a million visits. */
  private static final int REPLICATIONS_OF_MANY_PERSONS = 4;

  private static final int MEASURED_VISITS = 15_000;

  /** What is left of the initial emptiness after so many relaxation times is below 0.3%. */
  private static final double RELAXATIONS = 6;

  private CaseLength() {}

  /** The scenario to simulate, bounded by time unless it is a burst. */
  static Scenario scenario(QueueingCase reference) {
    Map<String, String> settings = new HashMap<>(reference.settings().orElseThrow());
    if ("at-once".equals(settings.get("arrivals"))) {
      boolean many = settings.getOrDefault("persons", "").length() > 5;
      settings.put(
          "replications", String.valueOf(many ? REPLICATIONS_OF_MANY_PERSONS : REPLICATIONS * 5));
    } else {
      double rate = visitsPerSecond(reference);
      double warmup = warmupSeconds(reference);
      settings.remove("visits");
      settings.put("replications", String.valueOf(REPLICATIONS));
      settings.put("warmup", seconds(warmup));
      settings.put("duration", seconds(warmup + measuredVisits(reference) / rate));
    }
    return Simulated.scenario(settings);
  }

  private static String seconds(double seconds) {
    return BigDecimal.valueOf(Math.ceil(seconds)).toBigInteger() + "s";
  }

  /** More where waits depend on those long before: there the longest ones come in few heaps. */
  private static double measuredVisits(QueueingCase reference) {
    return Math.max(MEASURED_VISITS, 60 * warmupSeconds(reference) * visitsPerSecond(reference));
  }

  private static double visitsPerSecond(QueueingCase reference) {
    return number(reference, "lam", reference.metrics().getOrDefault("throughput", Double.NaN));
  }

  private static double warmupSeconds(QueueingCase reference) {
    double hold = number(reference, "mean_hold", 1 / number(reference, "mu", 1));
    double retry = 1 / number(reference, "retry_rate", Double.POSITIVE_INFINITY);
    double rooms = number(reference, "c", 1);
    double load = Math.min(visitsPerSecond(reference) * hold / rooms, 1);
    boolean endless =
        reference.settings().orElseThrow().keySet().stream()
            .noneMatch(key -> key.matches("patience|limit|think"));
    double distance = 1 - Math.sqrt(load);
    double relaxation = endless ? spread(reference) * hold / rooms / (distance * distance) : 0;
    double others = 20 * (hold + number(reference, "mean_think", 0) + 5 * retry);
    return RELAXATIONS * relaxation + others;
  }

  /** How much more the line varies than with exponential gaps and holds. */
  private static double spread(QueueingCase reference) {
    return (reference.model() + reference.params()).contains("scv") ? 4 : 1;
  }

  private static double number(QueueingCase reference, String name, double otherwise) {
    return reference.params().get(name) instanceof Number number ? number.doubleValue() : otherwise;
  }
}
