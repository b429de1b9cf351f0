package io.anteroom.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that a user has set, each with its value as text and its origin; not yet validated.
 * Immutable. Options are added after the file's settings and so win over them, except that those of
 * a {@link ScenarioKey#list() list} are added to it; {@code none} empties the list.
 */
public final class Settings {
  /** Where it is allowed, takes back what was set before: the default holds. */
  static final String NOTHING = "none";

  private static final Path WORKING_DIRECTORY = Path.of("");
  private static final Settings NONE =
      new Settings(new EnumMap<>(ScenarioKey.class), new EnumMap<>(JourneyKey.class));

  private final Map<ScenarioKey, List<Setting>> byKey;
  private final Map<JourneyKey, SettingNode> longForm;

  private Settings(Map<ScenarioKey, List<Setting>> byKey, Map<JourneyKey, SettingNode> longForm) {
    this.byKey = byKey;
    this.longForm = longForm;
  }

  /** Nothing set: a scenario of defaults. */
  public static Settings none() {
    return NONE;
  }

  /**
   * These settings and one more, which replaces an earlier one unless the key is a list. File names
   * in the value are relative to the working directory.
   *
   * @param origin what messages call it, such as {@code --rooms}
   */
  public Settings with(ScenarioKey key, String value, String origin) {
    return with(key, new Setting(value, origin, WORKING_DIRECTORY, false));
  }

  /** These settings but for those of a key. */
  public Settings without(ScenarioKey key) {
    Map<ScenarioKey, List<Setting>> fewer = new EnumMap<>(byKey);
    fewer.remove(key);
    return new Settings(fewer, longForm);
  }

  Settings with(ScenarioKey key, Setting setting) {
    if (key.list() && setting.value().strip().equals(NOTHING)) {
      return without(key);
    }
    List<Setting> settings = key.list() ? new ArrayList<>(all(key)) : new ArrayList<>();
    settings.add(setting);
    Map<ScenarioKey, List<Setting>> more = new EnumMap<>(byKey);
    more.put(key, List.copyOf(settings));
    return new Settings(more, longForm);
  }

  /** These settings and one of the long form more, which replaces an earlier one. */
  Settings with(JourneyKey key, SettingNode node) {
    Map<JourneyKey, SettingNode> more = new EnumMap<>(longForm);
    more.put(key, node);
    return new Settings(byKey, more);
  }

  /**
   * These settings with another value in a pool.
   *
   * @param path such as {@code pools.connections.rooms}
   * @param origin what messages call it
   * @throws InvalidScenarioException if there is no such pool
   */
  public Settings with(PoolPath path, String value, String origin) {
    SettingNode pools = longForm.get(JourneyKey.POOLS);
    if (!(pools instanceof SettingNode.Entries entries)) {
      throw new InvalidScenarioException(
          origin, path + ": the scenario has no pools with names; vary " + path.key().word());
    }
    Setting setting = new Setting(value, origin, WORKING_DIRECTORY, false);
    return with(JourneyKey.POOLS, path.in(entries, setting));
  }

  /** The value of a key of the long form. */
  Optional<SettingNode> get(JourneyKey key) {
    return Optional.ofNullable(longForm.get(key));
  }

  /** Whether they are about several pools. */
  public boolean longForm() {
    return !longForm.isEmpty();
  }

  /** The setting of a key that is not a list. */
  public Optional<Setting> get(ScenarioKey key) {
    return all(key).stream().findFirst();
  }

  /** All settings of a key, in the order given; more than one only where the key is a list. */
  public List<Setting> all(ScenarioKey key) {
    return byKey.getOrDefault(key, List.of());
  }
}
