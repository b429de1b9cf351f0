package io.anteroom.teach;

import io.anteroom.result.metric.Unit;

/** An interval of figures, ends included. */
record Band(double low, double high) {
  static Band atLeast(double low) {
    return new Band(low, Double.POSITIVE_INFINITY);
  }

  static Band atMost(double high) {
    return new Band(Double.NEGATIVE_INFINITY, high);
  }

  static Band between(double low, double high) {
    return new Band(low, high);
  }

  static Band exactly(double figure) {
    return new Band(figure, figure);
  }

  boolean holds(double figure) {
    return figure >= low && figure <= high;
  }

  /** In words, such as {@code at least 3}. */
  String text(Unit unit) {
    if (low == high) {
      return Figures.text(unit, low);
    }
    if (high == Double.POSITIVE_INFINITY) {
      return "at least " + Figures.text(unit, low);
    }
    return low == Double.NEGATIVE_INFINITY
        ? "at most " + Figures.text(unit, high)
        : Figures.text(unit, low) + " to " + Figures.text(unit, high);
  }
}
