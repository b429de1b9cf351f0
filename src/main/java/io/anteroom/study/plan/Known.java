package io.anteroom.study.plan;

import org.jspecify.annotations.Nullable;

/**
 * What theory says of a metric.
 *
 * @param figure in the metric's unit, to ten digits; infinite where a line grows without end
 * @param exactBy the exact formula that it comes from, such as {@code M/M/8, Erlang C}; null: it is
 *     an approximation
 */
record Known(double figure, @Nullable String exactBy) {
  static Known exactly(double figure, String by) {
    return new Known(rounded(figure), by);
  }

  static Known roughly(double figure) {
    return new Known(rounded(figure), null);
  }

  private static double rounded(double figure) {
    return Double.isFinite(figure) ? Digits.rounded(figure) : figure;
  }

  boolean exact() {
    return exactBy != null;
  }

  /** As results hold it: null where it has no bound. */
  @Nullable Double shown() {
    return Double.isFinite(figure) ? figure : null;
  }
}
