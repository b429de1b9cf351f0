package io.anteroom.report.svg;

import java.util.List;

/** Where values lie along one side of a plot. Implementations are immutable. */
public interface PlotAxis {
  /** How far along the axis a value lies: 0 at its beginning, 1 at its end. */
  double share(double value);

  /** The values that are labelled, ascending. */
  List<Tick> ticks();

  record Tick(double value, String label) {}
}
