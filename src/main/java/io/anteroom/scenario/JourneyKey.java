package io.anteroom.scenario;

import java.util.List;
import java.util.Optional;

/** The keys of a scenario that are made of others: those of the long form, with several pools. */
public enum JourneyKey implements Named {
  POOLS("The pools by name: rooms, mode and all else that is about getting a room"),
  JOURNEY("What each person does: the steps in order, one inside the other"),
  CLASSES("The classes of persons by name: share, priority, patience"),
  RETRY_AFTER("After which pause those who gave up come again, and how often");
  private final String description;

  JourneyKey(String description) {
    this.description = description;
  }

  /** The key of that name. */
  static Optional<JourneyKey> of(String word) {
    return List.of(values()).stream().filter(key -> key.word().equals(word)).findFirst();
  }

  /** One line on what the key is for, without a full stop. */
  String description() {
    return description;
  }
}
