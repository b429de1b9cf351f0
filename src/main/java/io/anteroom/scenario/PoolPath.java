package io.anteroom.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of one pool among several, such as {@code pools.connections.rooms}. {@code toString} gives
 * that notation.
 *
 * @param pool its name
 */
public record PoolPath(String pool, ScenarioKey key) {
  private static final Pattern PATH = Pattern.compile("pools\\.([A-Za-z0-9_-]{1,20})\\.([a-z]+)");

  /** The key that a text names; empty where it is none of a pool's. */
  public static Optional<PoolPath> of(String text) {
    Matcher path = PATH.matcher(text);
    return path.matches()
        ? JourneyParser.POOL_KEYS.stream()
            .filter(key -> key.word().equals(path.group(2)))
            .map(key -> new PoolPath(path.group(1), key))
            .findFirst()
        : Optional.empty();
  }

  SettingNode in(SettingNode.Entries pools, Setting value) {
    List<SettingNode.Entry> changed = new ArrayList<>();
    boolean found = false;
    for (SettingNode.Entry entry : pools.entries()) {
      boolean here = entry.word().equals(pool) && entry.value() instanceof SettingNode.Entries;
      found |= here;
      changed.add(here ? with(entry, (SettingNode.Entries) entry.value(), value) : entry);
    }
    if (!found) {
      throw new InvalidScenarioException(
          value.origin(),
          this
              + ": there is no pool "
              + pool
              + "; there are: "
              + String.join(", ", pools.entries().stream().map(SettingNode.Entry::word).toList()));
    }
    return new SettingNode.Entries(pools.origin(), changed);
  }

  private SettingNode.Entry with(
      SettingNode.Entry entry, SettingNode.Entries settings, Setting value) {
    List<SettingNode.Entry> changed =
        new ArrayList<>(
            settings.entries().stream().filter(one -> !one.word().equals(key.word())).toList());
    Setting word = new Setting(key.word(), value.origin(), value.folder(), value.ofFile());
    changed.add(new SettingNode.Entry(word, new SettingNode.Text(value)));
    return new SettingNode.Entry(entry.key(), new SettingNode.Entries(settings.origin(), changed));
  }

  @Override
  public String toString() {
    return "pools." + pool + "." + key.word();
  }
}
