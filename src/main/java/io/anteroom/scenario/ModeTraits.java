package io.anteroom.scenario;

import java.util.List;

/**
 * What a scenario has to know of a locking mode; each mode declares its own.
 *
 * @param name as scenarios write it
 * @param summary one line on what it is made of
 * @param lines the lines it can have, its default first
 * @param canGiveUp whether a waiting person can abandon the wait and be interrupted
 * @param keys the scenario keys that only some modes read and that this one does
 * @param discipline how persons get their rooms, as far as simulated time is concerned
 */
public record ModeTraits(
    String name,
    String summary,
    List<Line> lines,
    boolean canGiveUp,
    List<String> keys,
    Discipline discipline) {
  public ModeTraits {
    lines = List.copyOf(lines);
    keys = List.copyOf(keys);
  }

  /** Whether scenarios in this mode may set a key that only some modes read. */
  public boolean reads(ScenarioKey key) {
    return keys.contains(key.word());
  }
}
