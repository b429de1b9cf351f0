package io.anteroom.modes.plugins;

import io.anteroom.modes.locking.LockingMode;
import io.anteroom.modes.locking.Room;
import io.anteroom.modes.locking.RoomChoice;
import io.anteroom.modes.locking.Visit;
import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.RoomLock;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A lock or a pool of the user's own as a locking mode. Nothing that it does is believed: rooms are
 * counted, and whatever it throws ends the run.
 */
final class PluginMode implements LockingMode {
  /** More rooms than these are not counted in the end. */
  private static final int MOST_COUNTED = 10_000;

  private final PluginCalls failures;
  private final List<Entrance> entrances;

  /** Null where there is one entrance for all rooms. */
  private final @Nullable RoomChoice choice;

  private final int roomsEach;
  private final boolean busy;
  private volatile boolean closing;

  /** A way in, and the rooms behind it. */
  record Entrance(Doorway doorway, CountedRooms rooms) {}

  /**
   * @param choice null: there is one entrance
   * @param roomsEach how many rooms are behind each entrance
   * @param busy whether persons keep their carriers busy while they wait
   */
  PluginMode(
      PluginCalls failures,
      List<Entrance> entrances,
      @Nullable RoomChoice choice,
      int roomsEach,
      boolean busy) {
    this.failures = failures;
    this.entrances = List.copyOf(entrances);
    this.choice = choice;
    this.roomsEach = roomsEach;
    this.busy = busy;
  }

  @Override
  public boolean visit(Visit visit) throws InterruptedException {
    if (choice == null) {
      return visit(visit, entrances.getFirst());
    }
    Room chosen = choice.choose(visit);
    try {
      return visit(visit, entrances.get(chosen.index()));
    } finally {
      choice.left(chosen);
    }
  }

  private boolean visit(Visit visit, Entrance entrance) throws InterruptedException {
    Object brought;
    try {
      brought = entrance.doorway.enter(Math.clamp(visit.patienceLeftNanos(), 0, RoomLock.FOR_EVER));
    } catch (Throwable failure) {
      throw failures.during("enter", failure, closing);
    }
    if (brought == null) {
      visit.refused();
      return false;
    }
    stay(visit, entrance, brought);
    return true;
  }

  private void stay(Visit visit, Entrance entrance, Object brought) throws InterruptedException {
    try {
      Room room = entrance.rooms.take(brought);
      try {
        visit.stay(room);
      } finally {
        entrance.rooms.giveBack(room, brought);
      }
    } finally {
      leave(entrance, brought);
    }
  }

  private void leave(Entrance entrance, Object brought) throws InterruptedException {
    try {
      entrance.doorway.leave(brought);
    } catch (Throwable failure) {
      throw failures.during("leave", failure, closing);
    }
  }

  @Override
  public OptionalInt countRooms() throws InterruptedException {
    int rooms = entrances.size() * roomsEach;
    if (rooms > MOST_COUNTED) {
      return OptionalInt.empty();
    }
    List<Doorway> doorways = entrances.stream().map(Entrance::doorway).toList();
    return OptionalInt.of(new RoomCounter(doorways, roomsEach, !busy).count(failures));
  }

  @Override
  public void close() {
    closing = true;
    close(entrances, failures);
  }

  /**
   * Closes all of them.
   *
   * @throws PluginException if one fails: the first that did, with the others suppressed
   */
  static void close(List<Entrance> entrances, PluginCalls failures) {
    PluginException first = null;
    for (Entrance entrance : entrances) {
      try {
        failures.closing(entrance.doorway::close);
      } catch (PluginException failure) {
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
