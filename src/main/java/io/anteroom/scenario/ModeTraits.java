package io.anteroom.scenario;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the rest of Anteroom knows of a locking mode; each mode declares its own.
 *
 * @param name as scenarios write it
 * @param summary one line on what it is made of
 * @param lines the lines it can have, its default first
 * @param traits what is true of it
 * @param keys the scenario keys that only some modes read and that this one does
 * @param discipline how persons get their rooms, as far as simulated time is concerned
 * @param shortestTimeout of a pool that has one timeout for all visits: the shortest that it takes;
 *     null where each visit has a patience of its own
 * @param poolKeys what scenarios can say of the pool
 */
public record ModeTraits(
    String name,
    String summary,
    List<Line> lines,
    Set<Trait> traits,
    List<ScenarioKey> keys,
    Discipline discipline,
    @Nullable Duration shortestTimeout,
    List<PoolKey> poolKeys) {
  /** What can be true of a mode. */
  public enum Trait {
    /** A waiting person can abandon the wait and be interrupted. */
    GIVES_UP,
    /** Persons keep the carriers busy while they wait. */
    KEEPS_CARRIERS_BUSY,
    /** Persons wait in a monitor, where JDK 21 to 23 hold the carrier. */
    WAITS_IN_MONITOR,
    /** Each room has a connection of the pool that the mode is. */
    POOLS_CONNECTIONS,
    /** A person may give up a millisecond before its patience is over, even with a free room. */
    GIVES_UP_EARLY,
    /**
     * An interrupt that comes with a room is lost: the person has the room and never hears of it.
     */
    LOSES_INTERRUPTS,
    /** The line goes by the priorities of the classes of persons. */
    BY_PRIORITY,
    /** Rooms can open and close while it runs. */
    CHANGES_ROOMS,
    /** It is a plugin's: nobody has tested it. */
    OF_PLUGIN
  }

  public ModeTraits {
    lines = List.copyOf(lines);
    traits = Set.copyOf(traits);
    keys = List.copyOf(keys);
    poolKeys = List.copyOf(poolKeys);
  }

  /** A mode in which each visit has a patience of its own, if any. */
  public ModeTraits(
      String name,
      String summary,
      List<Line> lines,
      Set<Trait> traits,
      List<ScenarioKey> keys,
      Discipline discipline) {
    this(name, summary, lines, traits, keys, discipline, null, List.of());
  }

  /** What can be known of a plugin's mode without the plugin: a run in it has been possible. */
  static ModeTraits ofPlugin(String name, ClockKind clock) {
    return new ModeTraits(
        name,
        "a plugin that is not here",
        List.of(Line.values()),
        Set.of(Trait.GIVES_UP, Trait.OF_PLUGIN),
        ScenarioKey.ofSomeModes(),
        clock == ClockKind.SIMULATED
            ? new Discipline.InLine(true)
            : new Discipline.Unmodelled("its plugin is not here"));
  }

  /** The mode of that name; empty where there is none. */
  public static Optional<ModeTraits> find(Collection<ModeTraits> modes, String name) {
    return modes.stream().filter(mode -> mode.name.equals(name)).findFirst();
  }

  /**
   * The mode of a scenario that names none.
   *
   * @throws NoSuchElementException if it is not among them
   */
  public static ModeTraits usual(Collection<ModeTraits> modes) {
    return find(modes, ScenarioKey.MODE.defaultText()).orElseThrow();
  }

  /** Whether scenarios in this mode may set a key that only some modes read. */
  public boolean reads(ScenarioKey key) {
    return keys.contains(key) || (key == ScenarioKey.POOL && !poolKeys.isEmpty());
  }

  /** Whether that is true of it. */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Why persons can't wait in such a line; empty if they can. */
  public Optional<String> refusesLine(Line line) {
    return lines.contains(line)
        ? Optional.empty()
        : Optional.of(
            "mode %s has lines %s; set that, or another mode"
                .formatted(
                    name, lines.stream().map(Line::word).collect(Collectors.joining(" or "))));
  }

  /** Why persons can't have any patience; empty if they can. */
  public Optional<String> refusesPatience() {
    return has(Trait.GIVES_UP)
        ? Optional.empty()
        : Optional.of("a wait in mode " + name + " can't be given up");
  }

  /** Why persons can't have that patience, and what to do about it; empty if they can. */
  public Optional<String> refusesPatience(Distribution patience) {
    if (!has(Trait.GIVES_UP)) {
      return refusesPatience().map(why -> why + "; set none or another mode");
    }
    if (shortestTimeout == null) {
      return Optional.empty();
    }
    String shortest = "fixed:" + DurationText.format(shortestTimeout);
    if (!(patience instanceof Distribution.Fixed(Duration timeout))) {
      return Optional.of(
          "mode %s has one timeout for all visits; set %s or longer".formatted(name, shortest));
    }
    return timeout.compareTo(shortestTimeout) >= 0
        ? Optional.empty()
        : Optional.of("mode %s waits longer; set %s or longer".formatted(name, shortest));
  }
}
