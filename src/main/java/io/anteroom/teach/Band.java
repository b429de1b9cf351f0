package io.anteroom.teach;

import io.anteroom.result.metric.Unit;

/** An interval of figures, ends included. */
record Band(double low, double high) {
  /** Of words such as {@code at least 3}, {@code exactly 1} or {@code 0.2 to 5}. */
  static Band parse(String words) {
    String[] parts = words.split(" ", -1);
    double last = Double.parseDouble(parts[parts.length - 1]);
    return switch (words.substring(0, words.lastIndexOf(' '))) {
      case "at least" -> new Band(last, Double.POSITIVE_INFINITY);
      case "at most" -> new Band(Double.NEGATIVE_INFINITY, last);
      case "exactly" -> new Band(last, last);
      default -> new Band(Double.parseDouble(parts[0]), last);
    };
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
