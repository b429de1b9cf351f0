package io.anteroom.result.verdict;

import io.anteroom.scenario.Named;

/** Whether the answer that a run gives can be used. */
public enum Rating implements Named {
  /** It can. */
  GOOD("good"),
  /** The run failed, or it did not meet what was asked of it. */
  BAD("bad"),
  /** The run does not tell. */
  UNCLEAR("unclear");

  private final String word;

  Rating(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
