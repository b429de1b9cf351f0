package io.anteroom.teach;

import java.util.List;

/**
 * A column of the table of runs.
 *
 * @param heading at most 11 characters
 * @param figure of an observation
 */
record Column(String heading, Quantity figure) {
  /** The figure itself; NaN where there is none. */
  double value(Observation seen) {
    return figure.value().applyAsDouble(View.of(seen));
  }

  /** The column's cell for an observation. */
  String text(Observation seen) {
    return figure.text(List.of(View.of(seen)));
  }
}
