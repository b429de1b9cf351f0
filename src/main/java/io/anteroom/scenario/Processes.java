package io.anteroom.scenario;

import java.util.List;

/** The catalogue of the arrival processes that say all of themselves. */
final class Processes {
  static final WordTexts<Arrivals.ArrivalProcess> ALL =
      new WordTexts<>(List.of(Stages.TEXT, Stages.FILE_TEXT));

  private Processes() {}
}
