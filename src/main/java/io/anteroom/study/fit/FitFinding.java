package io.anteroom.study.fit;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Something that the data say, with its test or reason.
 *
 * @param about such as {@code arrivals}
 * @param says a sentence
 * @param p how probable the data are if it were not so, or were so; null: there is no test
 */
@Json
public record FitFinding(String about, Judgement judgement, String says, @Nullable Double p) {
  /** What a finding means for the scenario. */
  public enum Judgement {
    /** As the scenario has it. */
    FINE,
    /** To be known. */
    NOTICE,
    /** The data can't tell. */
    UNKNOWN
  }

  static FitFinding fine(String about, String says, @Nullable Double p) {
    return new FitFinding(about, Judgement.FINE, says, p);
  }

  static FitFinding notice(String about, String says, @Nullable Double p) {
    return new FitFinding(about, Judgement.NOTICE, says, p);
  }

  static FitFinding unknown(String about, String says) {
    return new FitFinding(about, Judgement.UNKNOWN, says, null);
  }
}
