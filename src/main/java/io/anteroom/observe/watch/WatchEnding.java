package io.anteroom.observe.watch;

import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;

/** Why a watch ended. */
public enum WatchEnding implements Named {
  /** Its time was over. */
  OVER,
  /** The user ended it. */
  INTERRUPTED,
  /** It is a recording that was made before. */
  RECORDED,
  /** The target ended in good order: the recording is whole. */
  TARGET_ENDED,
  /** The target was killed: of the last second or so, nothing is known. */
  TARGET_KILLED,
  /** The target lives, but it does not answer any more, or somebody stopped our recording. */
  CUT_SHORT;

  @Override
  @Json.Value
  public String word() {
    return Named.super.word();
  }

  /** Whether all of it was seen, up to its end. */
  public boolean whole() {
    return this == OVER || this == INTERRUPTED || this == TARGET_ENDED || this == RECORDED;
  }
}
