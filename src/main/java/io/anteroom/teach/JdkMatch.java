package io.anteroom.teach;

import io.anteroom.scenario.Named;
import io.avaje.jsonb.Json;

/** How figures compare with what is known of a JDK; the worse, the later. */
public enum JdkMatch implements Named {
  /** As it was on the JDKs on which the lesson was made. */
  EXPECTED,
  /** Not as far off that it contradicts what is known: a disturbed run, or an effect in between. */
  SURPRISING,
  /** A figure that should be there is not. */
  NOT_JUDGED,
  /** What is known of the JDK does not hold here. */
  CONTRADICTS;

  @Override
  @Json.Value
  public String word() {
    return Named.super.word().replace('-', ' ');
  }

  /** The worse of two. */
  JdkMatch and(JdkMatch other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
