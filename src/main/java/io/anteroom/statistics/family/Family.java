package io.anteroom.statistics.family;

import java.util.Optional;

/** A family of distributions of positive figures. Implementations are immutable. */
public interface Family {
  /** What it is called. */
  String name();

  /** How many parameters it has. */
  int parameters();

  /**
   * Its member of the greatest likelihood.
   *
   * @param sample at least two figures, all greater than 0
   * @return nothing if there is none, such as where all figures are the same
   */
  Optional<Member> fit(double[] sample);
}
