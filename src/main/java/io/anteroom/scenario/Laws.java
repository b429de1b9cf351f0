package io.anteroom.scenario;

import java.util.List;

/** The catalogue of the distributions that say all of themselves. */
final class Laws {
  static final WordTexts<Distribution.Law> ALL = new WordTexts<>(List.of(Gamma.TEXT, Weibull.TEXT));

  private Laws() {}
}
