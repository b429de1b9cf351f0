package io.anteroom.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parses the activity of a scenario or of a pool. Immutable. */
final class ActivityParser {
  private final List<ActivityTraits> activities;
  private final boolean trusting;

  /**
   * @param activities all that there are
   * @param trusting whether any other one was a plugin's
   */
  ActivityParser(Collection<ActivityTraits> activities, boolean trusting) {
    this.activities = List.copyOf(activities);
    this.trusting = trusting;
  }

  /** The same parser, which takes any other activity for a plugin's. */
  ActivityParser trustingAll() {
    return new ActivityParser(activities, true);
  }

  List<ActivityTraits> all() {
    return activities;
  }

  /** The activity that is set, or the usual one. */
  ActivityTraits activity(SettingReader settings) {
    return settings
        .read(ScenarioKey.ACTIVITY, this::activity)
        .orElseGet(() -> ActivityTraits.usual(activities));
  }

  private ActivityTraits activity(Setting setting) {
    return ActivityTraits.find(activities, setting.value())
        .or(() -> Optional.of(new ActivityTraits(setting.value(), "")).filter(one -> trusting))
        .orElseThrow(() -> new IllegalArgumentException(meant(setting.value())));
  }

  /** What to do about a key that the activity does not read. */
  String instead(ScenarioKey key) {
    String readers =
        activities.stream()
            .filter(traits -> traits.reads(key))
            .map(ActivityTraits::name)
            .collect(Collectors.joining(" or "));
    return readers.isEmpty() ? "remove it" : "remove it, or choose activity " + readers;
  }

  private String meant(String name) {
    List<String> names = activities.stream().map(ActivityTraits::name).toList();
    return Spelling.meant(name, names, "allowed: " + String.join(", ", names));
  }
}
