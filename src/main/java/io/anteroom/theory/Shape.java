package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import java.time.Duration;

/** What formulas ask about a distribution: whether it is one of the simple ones, and its letter. */
final class Shape {
  private Shape() {}

  /** Whether it has no memory, however it is written. */
  static boolean exponential(Distribution distribution) {
    return switch (distribution) {
      case Distribution.Exponential exponential -> true;
      case Distribution.Erlang erlang -> erlang.k() == 1;
      case Distribution.Hyperexponential hyper -> hyper.cv() == 1;
      case Distribution.Fixed fixed -> false;
      case Distribution.Uniform uniform -> false;
      case Distribution.Lognormal lognormal -> false;
      case Distribution.Pareto pareto -> false;
      case Distribution.Empirical empirical -> false;
      case Distribution.Paired paired -> false;
      case Distribution.Mixture mixture -> false;
      case Distribution.Law law -> law.memoryless();
    };
  }

  /** Whether it is always the same duration, however it is written. */
  static boolean fixed(Distribution distribution) {
    return distribution instanceof Distribution.Fixed
        || (distribution instanceof Distribution.Uniform(Duration least, Duration most)
            && least.equals(most));
  }

  /**
   * The letter in Kendall's notation.
   *
   * @param general that of the distributions that have none: G, or GI for gaps
   */
  static String letter(Distribution distribution, String general) {
    if (exponential(distribution)) {
      return "M";
    }
    if (fixed(distribution)) {
      return "D";
    }
    return switch (distribution) {
      case Distribution.Erlang erlang -> "E" + erlang.k();
      case Distribution.Hyperexponential hyper -> "H2";
      case Distribution.Exponential exponential -> "M";
      case Distribution.Fixed fixed -> "D";
      case Distribution.Uniform uniform -> general;
      case Distribution.Lognormal lognormal -> general;
      case Distribution.Pareto pareto -> general;
      case Distribution.Empirical empirical -> general;
      case Distribution.Paired paired -> general;
      case Distribution.Mixture mixture -> general;
      case Distribution.Law law -> general;
    };
  }
}
