package io.anteroom.modes.plugins;

import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Room;
import io.anteroom.modes.locking.RoomChoice;
import io.anteroom.modes.plugins.PluginMode.Entrance;
import io.anteroom.modes.spi.LockPlugin;
import io.anteroom.modes.spi.ModePlugin;
import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.PoolPlugin;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes locking modes of plugins. */
final class PluginModes {
  private PluginModes() {}

  /** What scenarios have to know of a plugin. */
  static ModeTraits traits(String name, String summary, ModePlugin plugin) {
    Set<Trait> traits = EnumSet.of(Trait.OF_PLUGIN);
    if (plugin.givesUp()) {
      traits.add(Trait.GIVES_UP);
    }
    if (plugin.keepsCarriersBusy()) {
      traits.add(Trait.KEEPS_CARRIERS_BUSY);
    }
    return new ModeTraits(
        name, summary, lines(plugin), traits, List.of(), discipline(name, plugin));
  }

  private static List<Line> lines(ModePlugin plugin) {
    return switch (plugin) {
      case LockPlugin lock when lock.guardsOneRoom() -> List.of(Line.PER_ROOM);
      case LockPlugin lock -> List.of(Line.SHARED, Line.PER_ROOM);
      case PoolPlugin<?> pool -> List.of(Line.SHARED);
    };
  }

  private static Discipline discipline(String name, ModePlugin plugin) {
    return switch (plugin.order()) {
      case IN_LINE -> new Discipline.InLine(true);
      case BARGING -> new Discipline.InLine(false);
      case UNKNOWN ->
          new Discipline.Unmodelled(
              "plugin " + name + " does not say in which order persons get rooms");
    };
  }

  /**
   * Opens it for a run.
   *
   * @throws PluginException if it fails
   */
  static LockingMode open(ModePlugin plugin, PluginCalls failures, Premises premises) {
    List<Room> rooms = premises.rooms();
    boolean each = premises.scenario().facility().line() == Line.PER_ROOM;
    return new PluginMode(
        failures,
        each ? entrances(plugin, failures, rooms) : List.of(entrance(plugin, failures, rooms)),
        each ? RoomChoice.of(premises) : null,
        each ? 1 : rooms.size(),
        premises.scenario().locking().traits().has(Trait.KEEPS_CARRIERS_BUSY));
  }

  /** One for each room; where one fails to open, those before are closed. */
  private static List<Entrance> entrances(
      ModePlugin plugin, PluginCalls failures, List<Room> rooms) {
    List<Entrance> entrances = new ArrayList<>();
    try {
      for (Room room : rooms) {
        entrances.add(new Entrance(doorway(plugin, 1, failures), CountedRooms.one(room)));
      }
      return entrances;
    } catch (PluginException failure) {
      try {
        PluginMode.close(entrances, failures);
      } catch (PluginException inClosing) {
        failure.addSuppressed(inClosing);
      }
      throw failure;
    }
  }

  /** One for all rooms. */
  private static Entrance entrance(ModePlugin plugin, PluginCalls failures, List<Room> rooms) {
    boolean lends = plugin instanceof PoolPlugin;
    return new Entrance(doorway(plugin, rooms.size(), failures), CountedRooms.all(rooms, lends));
  }

  private static Doorway doorway(ModePlugin plugin, int rooms, PluginCalls failures) {
    return switch (plugin) {
      case LockPlugin lock -> Doorway.of(failures.opening(() -> lock.open(rooms)));
      case PoolPlugin<?> pool -> doorway(pool, rooms, failures);
    };
  }

  private static <T> Doorway doorway(PoolPlugin<T> pool, int rooms, PluginCalls failures) {
    return Doorway.of(failures.opening(() -> pool.open(rooms)));
  }
}
