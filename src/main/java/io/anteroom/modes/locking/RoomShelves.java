package io.anteroom.modes.locking;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * The rooms that nobody has, where a permit is needed first to take one. A room that is left while
 * nobody waits goes to its shelf, and one atomic operation takes it from there. Persons look on
 * different shelves first: as long as nobody waits, those who come at once then touch nothing in
 * common but the permits. All other rooms lie on a stack. Safe for use by any number of threads.
 */
final class RoomShelves {
  private static final int MOST_SHELVES =
      Math.min(8 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors()), 64);

  /** Two cache lines, since some processors fetch them in pairs. */
  private static final int INTS_APART = 32;

  private static final int EMPTY = 0;
  private static final int FULL = 1;

  /** Each round in vain takes others who have taken or given back a room meanwhile. */
  private static final int MOST_ROUNDS = 100_000;

  private final List<Room> rooms;
  private final FreeRooms stack;

  /** So many rooms, the first ones, have a shelf each; a power of two. */
  private final int shelfCount;

  /** Whether the room of a shelf lies there; by {@link #place}. */
  private final AtomicIntegerArray shelves;

  /** All the rooms, on the stack; the first one on top. */
  RoomShelves(List<Room> rooms) {
    this.rooms = rooms;
    this.stack = new FreeRooms(rooms);
    this.shelfCount = Math.min(Integer.highestOneBit(rooms.size()), MOST_SHELVES);
    this.shelves = new AtomicIntegerArray((shelfCount + 1) * INTS_APART);
  }

  /**
   * Takes a room for a person who has a permit.
   *
   * @throws IllegalStateException if there are more permits than rooms
   */
  Room take(int person) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Room room = takeFromShelf(person);
      if (room == null) {
        room = stack.take();
      }
      for (int further = 1; further < shelfCount && room == null; further++) {
        room = takeFromShelf(person + further);
      }
      if (room != null) {
        return room;
      }
    }
    throw new IllegalStateException("a permit without a free room");
  }

  private @Nullable Room takeFromShelf(int number) {
    int shelf = number & (shelfCount - 1);
    int place = place(shelf);
    return shelves.get(place) == FULL && shelves.compareAndSet(place, FULL, EMPTY)
        ? rooms.get(shelf)
        : null;
  }

  /**
   * Gives back a room that was taken, before its permit.
   *
   * @param awaited whether others wait, one of whom will take it
   */
  void giveBack(Room room, boolean awaited) {
    if (awaited || room.index() >= shelfCount) {
      stack.giveBack(room);
    } else {
      shelves.setRelease(place(room.index()), FULL);
    }
  }

  private static int place(int shelf) {
    return (shelf + 1) * INTS_APART;
  }
}
