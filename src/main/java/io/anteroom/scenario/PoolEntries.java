package io.anteroom.scenario;

import java.util.List;

/** Leaves out what is said of a pool and what another mode than the one meant does not read. */
public final class PoolEntries {
  private PoolEntries() {}

  /**
   * The settings with those entries of the pool alone that the mode reads. What is not valid stays,
   * for the parser to refuse.
   *
   * @param pool the setting of {@link ScenarioKey#POOL} among them
   * @param leftOut is told what was left out
   */
  public static Settings readBy(
      ModeTraits mode, Settings settings, Setting pool, List<String> leftOut) {
    try {
      PoolSettings all = PoolSettings.parse(pool.value());
      List<PoolKey> unread = all.unreadBy(mode).toList();
      if (unread.isEmpty()) {
        return settings;
      }
      for (PoolKey key : unread) {
        leftOut.add(
            pool.origin()
                + ": "
                + key.word()
                + " of the pool is left out: mode "
                + mode.name()
                + " does not read it");
      }
      PoolSettings read = all.readBy(mode);
      return read.values().isEmpty()
          ? settings.without(ScenarioKey.POOL)
          : settings.with(ScenarioKey.POOL, pool.part(read.toString()));
    } catch (IllegalArgumentException invalid) {
      return settings;
    }
  }
}
