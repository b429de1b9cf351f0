package io.anteroom.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a scenario can say of the pool of a library, beyond its size and its timeout. */
public enum PoolKey implements Named {
  FAIRNESS(new Value.Word(List.of("fair", "unfair")), "Whether those who wait are served in order"),
  VALIDATION(
      new Value.Word(List.of("borrow", "none")),
      "Whether a connection is tested each time that it is lent, or never"),
  ROUND_TRIP(
      new Value.Time(Duration.ZERO), "How long a stub connection takes to be opened or tested"),
  MAX_LIFETIME(
      new Value.Time(Duration.ofSeconds(30)),
      "How old a connection gets before the pool replaces it"),
  INITIAL_LIMIT(
      new Value.Count(new Notation.Whole(1, 1_000_000, false)),
      "How many permits an adaptive limit begins with");

  /** How the value of a key is written. */
  sealed interface Value {
    /** One of a few words. */
    record Word(List<String> words) implements Value {}

    /** A duration of at least so long. */
    record Time(Duration shortest) implements Value {}

    /** A whole number. */
    record Count(Notation.Whole range) implements Value {}
  }

  @SuppressWarnings("ImmutableEnumChecker") // Every notation is a record of immutable values.
  private final Value notation;

  private final String description;

  PoolKey(Value notation, String description) {
    this.notation = notation;
    this.description = description;
  }

  /** The key of that name. */
  static Optional<PoolKey> of(String word) {
    return List.of(values()).stream().filter(key -> key.word().equals(word)).findFirst();
  }

  /** One line on what the key is for, without a full stop. */
  public String description() {
    return description;
  }

  Value notation() {
    return notation;
  }
}
