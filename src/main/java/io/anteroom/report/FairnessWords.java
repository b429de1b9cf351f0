package io.anteroom.report;

import io.anteroom.scenario.Scenario;

/** What the fairness of a run is, in words that follow its figure. */
public final class FairnessWords {
  private FairnessWords() {}

  /** In an open model each person comes once, so that the index says nothing of persons. */
  public static String of(Scenario scenario) {
    return scenario.demand().arrivals().open() ? "(how the waits vary)" : "(Jain's index)";
  }
}
