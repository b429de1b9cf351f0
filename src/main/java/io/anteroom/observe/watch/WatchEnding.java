package io.anteroom.observe.watch;

import io.avaje.jsonb.Json;

/** Why a watch ended. */
public enum WatchEnding {
  /** Its time was over. */
  OVER("over"),
  /** The user ended it. */
  INTERRUPTED("interrupted"),
  /** It is a recording that was made before. */
  RECORDED("recorded"),
  /** The target ended in good order: the recording is whole. */
  TARGET_ENDED("target-ended"),
  /** The target was killed: of the last second or so, nothing is known. */
  TARGET_KILLED("target-killed"),
  /** The target lives, but it does not answer any more, or somebody stopped our recording. */
  CUT_SHORT("cut-short");

  private final String word;

  WatchEnding(String word) {
    this.word = word;
  }

  /** As results write it. */
  @Json.Value
  public String word() {
    return word;
  }

  /** Whether all of it was seen, up to its end. */
  public boolean whole() {
    return this == OVER || this == INTERRUPTED || this == TARGET_ENDED || this == RECORDED;
  }
}
