package io.anteroom.study.plan;

import io.anteroom.result.FigureText;
import io.anteroom.result.SentenceText;
import io.anteroom.scenario.BargingModel;
import io.anteroom.scenario.Scenario;
import java.math.BigDecimal;

/** What candidates are called. */
public final class PlanWords {
  private PlanWords() {}

  /** A candidate, such as {@code 13 rooms}. */
  public static String of(Find find, BigDecimal value) {
    return switch (find) {
      case ROOMS -> FigureText.count(value.longValue()) + (one(value) ? " room" : " rooms");
      case RATE -> plain(value) + "/s";
      case HOLD -> "a mean hold of " + FigureText.duration(value.doubleValue());
    };
  }

  /** What of a scenario's modes is only modelled, as a sentence; empty where nothing is. */
  static String model(Scenario scenario) {
    String words = BargingModel.of(scenario);
    return words.isEmpty()
        ? ""
        : SentenceText.of(words + "; waits for real are spread farther, and --verify runs it");
  }

  /** A candidate in a column under its kind. */
  public static String brief(Find find, BigDecimal value) {
    return switch (find) {
      case ROOMS -> FigureText.count(value.longValue());
      case RATE -> plain(value) + "/s";
      case HOLD -> FigureText.duration(value.doubleValue());
    };
  }

  /** What is looked for, such as {@code number of rooms}. */
  static String kind(Find find) {
    return switch (find) {
      case ROOMS -> "number of rooms";
      case RATE -> "rate of arrivals";
      case HOLD -> "mean hold";
    };
  }

  /** The answer as a bound. */
  static String bound(Find find, BigDecimal value) {
    return (find == Find.ROOMS ? "at least " : "at most ") + of(find, value);
  }

  /** The bound from the other side. */
  static String opposite(Find find, BigDecimal value) {
    return (find == Find.ROOMS ? "at most " : "at least ") + of(find, value);
  }

  private static boolean one(BigDecimal value) {
    return value.compareTo(BigDecimal.ONE) == 0;
  }

  private static String plain(BigDecimal value) {
    return value.compareTo(BigDecimal.valueOf(1000)) >= 0
        ? FigureText.count(value.longValue())
        : value.toPlainString();
  }
}
