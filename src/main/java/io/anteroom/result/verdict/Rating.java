package io.anteroom.result.verdict;

import io.anteroom.scenario.Named;

/** Whether the answer that a run gives can be used. */
public enum Rating implements Named {
  /** It can. */
  GOOD,
  /** The run failed, or it did not meet what was asked of it. */
  BAD,
  /** The run does not tell. */
  UNCLEAR;
}
