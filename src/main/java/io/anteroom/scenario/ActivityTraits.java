package io.anteroom.scenario;

import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What the rest of Anteroom knows of an activity; each activity declares its own.
 *
 * @param name as scenarios write it
 * @param summary one line on what a person does
 * @param keys the scenario keys that only some activities read and that this one does
 */
public record ActivityTraits(String name, String summary, List<ScenarioKey> keys) {
  public ActivityTraits {
    keys = List.copyOf(keys);
  }

  /** An activity that reads none of those keys. */
  public ActivityTraits(String name, String summary) {
    this(name, summary, List.of());
  }

  /** The activity of that name; empty where there is none. */
  public static Optional<ActivityTraits> find(Collection<ActivityTraits> activities, String name) {
    return activities.stream().filter(activity -> activity.name.equals(name)).findFirst();
  }

  /**
   * The activity of a scenario that names none.
   *
   * @throws NoSuchElementException if it is not among them
   */
  public static ActivityTraits usual(Collection<ActivityTraits> activities) {
    return find(activities, ScenarioKey.ACTIVITY.defaultText()).orElseThrow();
  }

  /** Whether scenarios with this activity may set a key that only some activities read. */
  public boolean reads(ScenarioKey key) {
    return keys.contains(key);
  }

  /** Whether it is the activity of a scenario that names none. */
  public boolean isUsual() {
    return name.equals(ScenarioKey.ACTIVITY.defaultText());
  }
}
