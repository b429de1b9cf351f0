package io.anteroom.study.cell;

import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Overruled;
import io.anteroom.scenario.PoolEntries;
import io.anteroom.scenario.PoolPath;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Setting;
import io.anteroom.scenario.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The settings of an experiment's points. What is said once for all of them may be meant for some
 * only: where modes are varied, a key that only some modes read is left out where the mode does not
 * read it.
 *
 * @param given for all points
 * @param axes what is varied
 * @param parser what knows all modes and activities
 * @param origin what messages call the values of the points
 */
public record PointSettings(Settings given, List<Axis> axes, ScenarioParser parser, String origin) {
  public PointSettings {
    axes = List.copyOf(axes);
  }

  /** The settings at a point, and what was left out there; {@code jdk} is not a scenario key. */
  public Overruled at(Map<String, String> point) {
    Settings settings = given;
    List<String> leftOut = new ArrayList<>();
    for (ScenarioKey key : ScenarioKey.ofSomeModes()) {
      Setting setting = settings.get(key).orElse(null);
      if (setting != null && readElsewhere(key) && !readAt(point, key)) {
        settings = settings.without(key);
        if (!point.containsKey(key.word())) {
          leftOut.add(setting.leftOut(key, "mode " + mode(point) + " does not read it"));
        }
      }
    }
    settings = withPoolFor(point, settings, leftOut);
    for (Map.Entry<String, String> one : point.entrySet()) {
      ScenarioKey key = ScenarioKey.of(one.getKey()).orElse(null);
      if (key != null) {
        settings = settings.with(key, one.getValue(), origin);
      }
      PoolPath ofPool = PoolPath.of(one.getKey()).orElse(null);
      if (ofPool != null) {
        settings = settings.with(ofPool, one.getValue(), origin);
      }
    }
    Overruled rest = Overruled.of(settings, parser);
    leftOut.addAll(rest.leftOut());
    return new Overruled(rest.settings(), leftOut);
  }

  private Settings withPoolFor(Map<String, String> point, Settings settings, List<String> leftOut) {
    boolean varied = point.containsKey(ScenarioKey.MODE.word());
    Setting pool = settings.get(ScenarioKey.POOL).orElse(null);
    return pool == null || !varied
        ? settings
        : ModeTraits.find(parser.modes(), mode(point))
            .map(mode -> PoolEntries.readBy(mode, settings, pool, leftOut))
            .orElse(settings);
  }

  private boolean readElsewhere(ScenarioKey key) {
    return axes.stream()
        .filter(axis -> axis.name().equals(ScenarioKey.MODE.word()))
        .flatMap(axis -> axis.values().stream())
        .anyMatch(mode -> reads(mode, key));
  }

  private boolean readAt(Map<String, String> point, ScenarioKey key) {
    return reads(mode(point), key);
  }

  private String mode(Map<String, String> point) {
    return point.getOrDefault(
        ScenarioKey.MODE.word(), given.get(ScenarioKey.MODE).map(Setting::value).orElse(""));
  }

  private boolean reads(String mode, ScenarioKey key) {
    return parser.modes().stream()
        .anyMatch(traits -> traits.name().equals(mode) && traits.reads(key));
  }
}
