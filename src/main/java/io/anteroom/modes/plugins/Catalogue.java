package io.anteroom.modes.plugins;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.ActivitiesOfPools;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.activity.UnsupportedActivityException;
import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.spi.ActivityPlugin;
import io.anteroom.modes.spi.ModePlugin;
import io.anteroom.modes.spi.Plugin;
import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.PluginException.Fault;
import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The locking modes and activities that there are: those that Anteroom ships, and those of the
 * user's plugins. Immutable.
 */
public final class Catalogue {
  /** What Anteroom ships. */
  public static final Catalogue SHIPPED = new Catalogue(List.of());

  private final List<CheckedPlugin> plugins;

  private Catalogue(List<CheckedPlugin> plugins) {
    this.plugins = List.copyOf(plugins);
  }

  /**
   * What Anteroom ships, and these.
   *
   * @throws PluginException if one of them can't be used
   */
  public static Catalogue of(List<? extends Plugin> plugins) {
    try {
      List<CheckedPlugin> supplied = new ArrayList<>();
      for (Plugin plugin : plugins) {
        supplied.add(CheckedPlugin.of(plugin, plugin.getClass().getName()));
      }
      return checked(supplied);
    } catch (InterruptedException stopped) {
      throw interrupted();
    }
  }

  /**
   * What Anteroom ships, and the plugins in these folders.
   *
   * @throws PluginException if a folder has none, or one of them can't be used
   */
  public static Catalogue load(List<Path> folders) {
    try {
      List<CheckedPlugin> supplied = new ArrayList<>();
      for (Path folder : folders) {
        supplied.addAll(new PluginFolder(folder).load());
      }
      return checked(supplied);
    } catch (InterruptedException stopped) {
      throw interrupted();
    }
  }

  private static PluginException interrupted() {
    Thread.currentThread().interrupt();
    return new PluginException(Fault.UNUSABLE, "plugins: interrupted while they were loaded");
  }

  private static Catalogue checked(List<CheckedPlugin> plugins) {
    Set<String> names = new HashSet<>();
    LockingModes.traits().forEach(mode -> names.add(mode.name()));
    RoomActivities.traits().forEach(activity -> names.add(activity.name()));
    for (CheckedPlugin one : plugins) {
      if (!names.add(one.name())) {
        throw new PluginException(
            Fault.UNUSABLE,
            "plugin "
                + one.name()
                + " ("
                + one.origin()
                + "): there is another mode or activity of that name; give it its own");
      }
    }
    return new Catalogue(plugins);
  }

  /** What scenarios have to know of each mode. */
  public List<ModeTraits> modes() {
    return Stream.concat(
            LockingModes.traits().stream(),
            plugins.stream().map(CheckedPlugin::mode).filter(Objects::nonNull))
        .toList();
  }

  /** What scenarios have to know of each activity. */
  public List<ActivityTraits> activities() {
    return Stream.concat(
            RoomActivities.traits().stream(),
            plugins.stream()
                .filter(one -> one.plugin() instanceof ActivityPlugin)
                .map(one -> new ActivityTraits(one.name(), one.summary())))
        .toList();
  }

  /** The jar or the class that a mode or an activity comes from; empty if Anteroom ships it. */
  public Optional<String> origin(String name) {
    return find(name).map(CheckedPlugin::origin);
  }

  /**
   * Makes sure that the scenario names no plugin that is not here.
   *
   * @throws IllegalArgumentException if it does
   */
  public void requireAll(Scenario scenario) {
    Journey journey = scenario.journey();
    if (journey != null) {
      journey.pools().forEach(pool -> requireAll(scenario.ofPool(pool)));
      return;
    }
    String mode = scenario.locking().mode();
    String activity = scenario.stay().activity().name();
    if (ModeTraits.find(modes(), mode).isEmpty()) {
      throw missing("mode " + mode);
    }
    if (ActivityTraits.find(activities(), activity).isEmpty()) {
      throw missing("activity " + activity);
    }
  }

  private static IllegalArgumentException missing(String what) {
    return new IllegalArgumentException(
        what + " is a plugin's that is not here; hand it over with the scenario");
  }

  private Optional<CheckedPlugin> find(String name) {
    return plugins.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /**
   * The locking mode that the scenario names.
   *
   * @throws IllegalArgumentException if there is none of that name, or it can't do what the
   *     scenario asks for
   * @throws PluginException if it is a plugin's, and can't be opened
   */
  public LockingMode mode(Premises premises) {
    CheckedPlugin own = find(premises.scenario().locking().mode()).orElse(null);
    return own != null && own.plugin() instanceof ModePlugin plugin
        ? PluginModes.open(plugin, own.failures(), premises)
        : LockingModes.create(premises);
  }

  /**
   * The activity that the scenario names; of a journey, those of its pools.
   *
   * @throws IllegalArgumentException if there is none of that name
   * @throws UnsupportedActivityException if this JVM or machine can't run it
   * @throws IOException if the machine refuses what it needs at the start
   * @throws PluginException if it is a plugin's, and can't be opened
   */
  public RoomActivity activity(Scenario scenario) throws UnsupportedActivityException, IOException {
    Journey journey = scenario.journey();
    if (journey != null) {
      return ActivitiesOfPools.open(journey, pool -> activity(scenario.ofPool(pool)));
    }
    CheckedPlugin own = find(scenario.stay().activity().name()).orElse(null);
    if (own == null || !(own.plugin() instanceof ActivityPlugin plugin)) {
      return RoomActivities.create(scenario);
    }
    PluginCalls failures = own.failures();
    return new PluginActivity(failures, failures.opening(plugin::open));
  }
}
