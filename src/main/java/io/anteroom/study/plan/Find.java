package io.anteroom.study.plan;

import java.util.Arrays;
import java.util.Optional;

/** What a plan looks for. */
public enum Find {
  /** The fewest rooms. */
  ROOMS("rooms"),
  /** The greatest rate of arrivals. */
  RATE("rate"),
  /** The longest mean hold. */
  HOLD("hold");

  private final String word;

  Find(String word) {
    this.word = word;
  }

  /** As users write it. */
  public String word() {
    return word;
  }

  /** The one of that name. */
  public static Optional<Find> of(String word) {
    return Arrays.stream(values()).filter(find -> find.word.equals(word)).findFirst();
  }
}
