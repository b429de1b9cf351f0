package io.anteroom.lesson;

import io.anteroom.expectation.Metric;
import io.anteroom.expectation.Metrics;
import io.anteroom.expectation.Unit;
import io.anteroom.report.PlanFigures;
import io.anteroom.result.RunResult;
import io.anteroom.result.TheoryReport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures that lessons have besides the metrics, and their units. */
final class Figures {
  /** How long it took from the first arrival to the end of the last visit. */
  static final String WINDOW = "window";

  /** Visits that had a room. */
  static final String COMPLETED = "completed";

  /** 1: nothing moved any more; else 0. */
  static final String STUCK = "stuck";

  /** Before the name of a metric: what a closed formula says of it. */
  static final String THEORY = "theory:";

  private Figures() {}

  /** Those of a result. */
  static Map<String, Double> of(RunResult result) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(WINDOW, (double) result.windowNanos());
    figures.put(COMPLETED, (double) result.visits().completed());
    TheoryReport theory = result.theory();
    if (theory != null) {
      put(figures, THEORY + "wait.mean", theory.meanWaitNanos());
      put(figures, THEORY + "wait.p99", theory.waitP99Nanos());
      put(figures, THEORY + "waited", theory.waited());
    }
    return figures;
  }

  private static void put(Map<String, Double> figures, String name, @Nullable Double figure) {
    if (figure != null) {
      figures.put(name, figure);
    }
  }

  /** A figure for a person to read; a dash where there is none. */
  static String text(String name, double figure) {
    return PlanFigures.text(unit(name), Double.valueOf(figure));
  }

  /** What stands before a colon says whose figure it is. */
  private static Unit unit(String name) {
    String metric = name.substring(name.indexOf(':') + 1);
    return metric.equals(WINDOW)
        ? Unit.DURATION
        : Metrics.find(metric).map(Metric::unit).orElse(Unit.NUMBER);
  }
}
