package io.anteroom.study.plan;

import io.anteroom.scenario.Named;
import java.util.Arrays;
import java.util.Optional;

/** What a plan looks for. */
public enum Find implements Named {
  /** The fewest rooms. */
  ROOMS,
  /** The greatest rate of arrivals. */
  RATE,
  /** The longest mean hold. */
  HOLD;

  /** The one of that name. */
  public static Optional<Find> of(String word) {
    return Arrays.stream(values()).filter(find -> find.word().equals(word)).findFirst();
  }
}
