package io.anteroom;

import io.anteroom.modes.plugins.Catalogue;
import io.anteroom.modes.spi.ActivityPlugin;
import io.anteroom.modes.spi.ModePlugin;
import io.anteroom.modes.spi.Plugin;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.InvalidExpectationException;
import io.anteroom.scenario.DurationText;
import io.anteroom.scenario.InvalidScenarioException;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a scenario together, key by key, as a scenario file does. Values are checked by {@link
 * #build}. For one thread.
 */
public final class ScenarioBuilder {
  private static final String ORIGIN = "scenario";

  private final List<Plugin> plugins = new ArrayList<>();
  private Settings settings;

  ScenarioBuilder(Settings settings) {
    this.settings = settings;
  }

  /** What the scenario is called, such as {@code checkout-pool}. */
  public ScenarioBuilder name(String name) {
    return with(ScenarioKey.NAME, name);
  }

  /** How many rooms there are; 1 unless set. */
  public ScenarioBuilder rooms(int rooms) {
    return with(ScenarioKey.ROOMS, Integer.toString(rooms));
  }

  /** How a person gets a room: a locking mode by its name; {@code reentrant} unless set. */
  public ScenarioBuilder mode(String mode) {
    return with(ScenarioKey.MODE, mode);
  }

  /** How a person gets a room: a lock or a pool of the user's own. */
  public ScenarioBuilder mode(ModePlugin plugin) {
    plugins.add(plugin);
    return mode(plugin.name());
  }

  /** When visits are intended to begin, such as {@code poisson:300/s}; at once unless set. */
  public ScenarioBuilder arrivals(String arrivals) {
    return with(ScenarioKey.ARRIVALS, arrivals);
  }

  /** Persons of a closed model; 100 unless set. */
  public ScenarioBuilder persons(int persons) {
    return with(ScenarioKey.PERSONS, Integer.toString(persons));
  }

  /** How long a person holds a room, such as {@code exponential:20ms}; 5 ms unless set. */
  public ScenarioBuilder hold(String hold) {
    return with(ScenarioKey.HOLD, hold);
  }

  /** How long a person waits before it gives up, such as {@code fixed:1s}; for ever unless set. */
  public ScenarioBuilder patience(String patience) {
    return with(ScenarioKey.PATIENCE, patience);
  }

  /** What a person does in its room: an activity by its name; {@code sleep} unless set. */
  public ScenarioBuilder activity(String activity) {
    return with(ScenarioKey.ACTIVITY, activity);
  }

  /** What a person does in its room: an activity of the user's own. */
  public ScenarioBuilder activity(ActivityPlugin plugin) {
    plugins.add(plugin);
    return activity(plugin.name());
  }

  /** Visits of each person, or arrivals in all where persons come of themselves. */
  public ScenarioBuilder visits(long visits) {
    return with(ScenarioKey.VISITS, Long.toString(visits));
  }

  /** When arrivals stop. */
  public ScenarioBuilder duration(Duration duration) {
    return with(ScenarioKey.DURATION, DurationText.format(duration));
  }

  /** What is left out of the figures at the beginning, such as {@code 10%}; nothing unless set. */
  public ScenarioBuilder warmup(String warmup) {
    return with(ScenarioKey.WARMUP, warmup);
  }

  /** The origin of every random quantity; 1 unless set. */
  public ScenarioBuilder seed(long seed) {
    return with(ScenarioKey.SEED, Long.toString(seed));
  }

  /** One more condition that the result is held against, such as {@code wait.p99 < 50ms}. */
  public ScenarioBuilder expect(String condition) {
    return with(ScenarioKey.EXPECT, condition);
  }

  /**
   * Sets any key of a scenario file.
   *
   * @param key such as {@code stuck-after}
   * @throws IllegalArgumentException if there is no such key
   */
  public ScenarioBuilder set(String key, String value) {
    ScenarioKey known =
        ScenarioKey.of(key)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no key \""
                            + key
                            + "\" in a scenario; allowed: "
                            + Stream.of(ScenarioKey.values())
                                .map(ScenarioKey::word)
                                .collect(Collectors.joining(" "))));
    return with(known, value);
  }

  private ScenarioBuilder with(ScenarioKey key, String value) {
    settings = settings.with(key, value, ORIGIN);
    return this;
  }

  /**
   * The scenario.
   *
   * @throws IllegalArgumentException if a value is not allowed, by itself or together with another;
   *     the message says which, and what is
   * @throws io.anteroom.modes.spi.PluginException if a plugin can't be used
   */
  public Scenario build() {
    Catalogue catalogue = Catalogue.of(plugins);
    try {
      Scenario scenario =
          new ScenarioParser(
                  catalogue.modes(),
                  catalogue.activities(),
                  Runtime.getRuntime().availableProcessors())
              .parse(settings);
      scenario.conduct().expectations().forEach(Expectation::parse);
      return scenario;
    } catch (InvalidScenarioException | InvalidExpectationException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
  }
}
