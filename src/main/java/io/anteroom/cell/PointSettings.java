package io.anteroom.cell;

import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.Setting;
import io.anteroom.scenario.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The settings of an experiment's points. What is said once for all of them may be meant for some
 * only: where modes are varied, a key that only some modes read is left out where the mode does not
 * read it.
 *
 * @param given for all points
 * @param axes what is varied
 * @param modes all that there are
 * @param origin what messages call the values of the points
 */
public record PointSettings(
    Settings given, List<Axis> axes, Collection<ModeTraits> modes, String origin) {
  public PointSettings {
    axes = List.copyOf(axes);
    modes = List.copyOf(modes);
  }

  /** The settings at a point; the axis of JDKs is none of a scenario. */
  public Settings at(Map<String, String> point) {
    Settings settings = given;
    for (ScenarioKey key : ScenarioKey.ofSomeModes()) {
      if (readElsewhere(key) && !readAt(point, key)) {
        settings = settings.without(key);
      }
    }
    for (Map.Entry<String, String> one : point.entrySet()) {
      ScenarioKey key = ScenarioKey.of(one.getKey()).orElse(null);
      if (key != null) {
        settings = settings.with(key, one.getValue(), origin);
      }
    }
    return settings;
  }

  private boolean readElsewhere(ScenarioKey key) {
    return axes.stream()
        .filter(axis -> axis.name().equals(ScenarioKey.MODE.word()))
        .flatMap(axis -> axis.values().stream())
        .anyMatch(mode -> reads(mode, key));
  }

  private boolean readAt(Map<String, String> point, ScenarioKey key) {
    String mode =
        point.getOrDefault(
            ScenarioKey.MODE.word(), given.get(ScenarioKey.MODE).map(Setting::value).orElse(""));
    return reads(mode, key);
  }

  private boolean reads(String mode, ScenarioKey key) {
    return modes.stream().anyMatch(traits -> traits.name().equals(mode) && traits.reads(key));
  }
}
