package io.anteroom.modes.locking;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * The rooms that nobody has, where a permit is needed first to take one. Who leaves a room puts it
 * on a shelf by its person's number, where it finds it again: as long as nobody waits, persons who
 * come at once then touch nothing in common but the permits. What is not on a shelf lies on a
 * stack, and so do all rooms while persons wait. Safe for use by any number of threads.
 */
final class RoomShelves {
  private static final int SHELVES =
      Math.min(8 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors()), 64);

  /** Two cache lines, since some processors fetch them in pairs. */
  private static final int INTS_APART = 32;

  private static final int EMPTY = -1;

  /** Each round in vain takes others who have taken or given back a room meanwhile. */
  private static final int MOST_ROUNDS = 100_000;

  private final List<Room> rooms;
  private final FreeRooms stack;
  private final AtomicIntegerArray shelves = shelves();

  /** All the rooms, the first one on top of the stack. */
  RoomShelves(List<Room> rooms) {
    this.rooms = rooms;
    this.stack = new FreeRooms(rooms);
  }

  private static AtomicIntegerArray shelves() {
    int[] empty = new int[(SHELVES + 1) * INTS_APART];
    Arrays.fill(empty, EMPTY);
    return new AtomicIntegerArray(empty);
  }

  /**
   * Takes a room for a person who has a permit.
   *
   * @throws IllegalStateException if there are more permits than rooms
   */
  Room take(int person) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Room room = takeFrom(person);
      if (room == null) {
        room = stack.take();
      }
      for (int shelf = 0; shelf < SHELVES && room == null; shelf++) {
        room = takeFrom(shelf);
      }
      if (room != null) {
        return room;
      }
    }
    throw new IllegalStateException("a permit without a free room");
  }

  private @Nullable Room takeFrom(int person) {
    int place = place(person);
    int room = shelves.get(place);
    return room != EMPTY && shelves.compareAndSet(place, room, EMPTY) ? rooms.get(room) : null;
  }

  /**
   * Gives back a room that the person has taken, before its permit.
   *
   * @param awaited whether others wait, one of whom will take it
   */
  void giveBack(Room room, int person, boolean awaited) {
    int place = place(person);
    if (awaited || !shelves.compareAndSet(place, EMPTY, room.index())) {
      stack.giveBack(room);
    }
  }

  private static int place(int person) {
    return ((person & (SHELVES - 1)) + 1) * INTS_APART;
  }
}
