package io.anteroom.teach;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A column of the table of runs.
 *
 * @param heading at most 11 characters
 * @param name of the figure: says its unit
 * @param figure of an observation; NaN where there is none
 */
record Column(String heading, String name, ToDoubleFunction<Observation> figure) {
  /** A figure as it is. */
  static Column of(String heading, String name) {
    return new Column(heading, name, seen -> get(seen, name));
  }

  /** How many holds the run lasted. */
  static Column rounds() {
    return new Column(
        "holds long", "rounds", seen -> get(seen, Figures.WINDOW) / get(seen, "hold.mean"));
  }

  /** What a scene of two persons with or without a lock shows. */
  static List<Column> ofScene() {
    return List.of(
        of("took", Figures.WINDOW),
        rounds(),
        of("max wait", "wait.max"),
        of("violations", "violations"));
  }

  private static double get(Observation seen, String name) {
    return seen.figures().getOrDefault(name, Double.NaN);
  }

  /** The figure itself; NaN where there is none. */
  double value(Observation seen) {
    return figure.applyAsDouble(seen);
  }

  /** The column's cell for an observation. */
  String text(Observation seen) {
    return Figures.text(name, figure.applyAsDouble(seen));
  }
}
