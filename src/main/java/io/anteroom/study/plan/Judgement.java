package io.anteroom.study.plan;

import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;
import java.util.stream.Stream;

/** Whether an objective, or all of them, are met. */
public enum Judgement implements Named {
  /** They are, beyond reasonable doubt. */
  MET("meets"),
  /** They are not, beyond reasonable doubt. */
  FAILED("fails"),
  /** It can't be told. */
  UNDECIDED("can't tell"),
  /** They are not, and nothing that the plan may change can help: nobody waits any more. */
  HOPELESS("fails");
  private final String words;

  Judgement(String words) {
    this.words = words;
  }

  /** All of them together: failed if one is, else undecided if one is, else met. */
  static Judgement together(Stream<Judgement> judgements) {
    Judgement together = MET;
    for (Judgement judgement : judgements.toList()) {
      if (judgement == FAILED) {
        return FAILED;
      }
      together = judgement == UNDECIDED ? UNDECIDED : together;
    }
    return together;
  }

  @Override
  @Json.Value
  public String word() {
    return Named.super.word();
  }

  /** For a person to read, after the number of rooms. */
  public String words() {
    return words;
  }
}
