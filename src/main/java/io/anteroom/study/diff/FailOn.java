package io.anteroom.study.diff;

import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;
import java.util.Collection;

/** What came of all the changes that were named as too much, taken together. */
public enum FailOn implements Named {
  /** None was named. */
  NOT_ASKED,
  /** All could be judged, and none was found. */
  NOT_FOUND,
  /** None was found, but at least one could not be judged. */
  NOT_CHECKED,
  /** At least one was found. */
  FOUND;

  @Override
  @Json.Value
  public String word() {
    return Named.super.word();
  }

  static FailOn of(Collection<Regression> regressions) {
    if (regressions.isEmpty()) {
      return NOT_ASKED;
    }
    if (any(regressions, Regression.Verdict.FOUND)) {
      return FOUND;
    }
    return any(regressions, Regression.Verdict.NOT_JUDGED) ? NOT_CHECKED : NOT_FOUND;
  }

  private static boolean any(Collection<Regression> regressions, Regression.Verdict verdict) {
    return regressions.stream().anyMatch(one -> one.verdict() == verdict);
  }

  /**
   * Whether it is a regression.
   *
   * @param strict whether what could not be judged counts as one
   */
  boolean fails(boolean strict) {
    return this == FOUND || (strict && this == NOT_CHECKED);
  }
}
