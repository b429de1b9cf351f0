package io.anteroom.teach;

import io.anteroom.report.PlanFigures;
import io.anteroom.result.Deadlock;
import io.anteroom.result.FigureText;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.result.TheoryReport;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures that lessons have besides the metrics, and their units. */
final class Figures {
  /** How long it took from the first arrival to the end of the last visit. */
  static final String WINDOW = "window";

  /**
   * When a deadlock came about, of several replications in the first one that had it; else the
   * window of one.
   */
  static final String ENDED = "ended";

  /** Visits that had a room. */
  static final String COMPLETED = "completed";

  /** 1: nothing moved any more; else 0. */
  static final String STUCK = "stuck";

  /** The places that held carriers, the worst first. */
  static final String PINS = "pins";

  /** Before the name of a metric: what a closed formula says of it. */
  static final String THEORY = "theory:";

  private static final int THOUSAND = 1000;
  private static final int MOST_PLACES = 2;

  private Figures() {}

  /** Those of a result. */
  static Map<String, Double> of(RunResult result) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(WINDOW, (double) result.windowNanos());
    figures.put(ENDED, ended(result));
    figures.put(COMPLETED, (double) result.visits().completed());
    TheoryReport theory = result.theory();
    if (theory != null) {
      put(figures, THEORY + "wait.mean", theory.meanWaitNanos());
      put(figures, THEORY + "wait.p99", theory.waitP99Nanos());
      put(figures, THEORY + "waited", theory.waited());
    }
    return figures;
  }

  private static double ended(RunResult result) {
    Deadlock deadlock = result.deadlock();
    Simulation simulation = result.simulation();
    int runs = simulation == null ? 1 : simulation.seeds().size();
    return deadlock == null ? (double) result.windowNanos() / runs : deadlock.atNanos();
  }

  /** What a result says in words. */
  static Map<String, String> wordsOf(RunResult result) {
    String places =
        result.pinning().sites().stream()
            .limit(MOST_PLACES)
            .map(site -> site.frame() + " (" + site.reasons().getFirst().reason() + ")")
            .collect(Collectors.joining(", "));
    return places.isEmpty() ? Map.of() : Map.of(PINS, places);
  }

  private static void put(Map<String, Double> figures, String name, @Nullable Double figure) {
    if (figure != null) {
      figures.put(name, figure);
    }
  }

  /** A figure for a person to read; a dash where there is none. */
  static String text(String name, double figure) {
    return text(unit(name), figure);
  }

  /** A figure in a unit; great numbers whole, with their thousands set apart. */
  static String text(Unit unit, double figure) {
    return unit == Unit.NUMBER && Double.isFinite(figure) && Math.abs(figure) >= THOUSAND
        ? FigureText.count(Math.round(figure))
        : PlanFigures.text(unit, Double.valueOf(figure));
  }

  /** What stands before a colon says whose figure it is. */
  private static Unit unit(String name) {
    String metric = name.substring(name.lastIndexOf(':') + 1);
    return metric.equals(WINDOW) || metric.equals(ENDED)
        ? Unit.DURATION
        : PartMetrics.recorded(metric).map(Metric::unit).orElse(Unit.NUMBER);
  }
}
