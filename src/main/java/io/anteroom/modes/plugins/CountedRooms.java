package io.anteroom.modes.plugins;

import io.anteroom.modes.locking.FreeRooms;
import io.anteroom.modes.locking.Room;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The rooms behind a doorway, as we count them: whom a plugin lets in when there is none left, or
 * to whom it gives what somebody else has, is a violation. Safe for any number of threads.
 */
final class CountedRooms {
  /** Rooms that nobody has. */
  private interface Free {
    @Nullable Room take();

    void giveBack(Room room);
  }

  private final Free free;
  private final boolean lends;
  private final Map<Lent, Room> lent = new ConcurrentHashMap<>();
  private final Room none = Room.occupiedForEver();

  private CountedRooms(Free free, boolean lends) {
    this.free = free;
    this.lends = lends;
  }

  /**
   * All rooms behind one doorway.
   *
   * @param lends whether what persons get there is a room, so that no two of them have the same
   */
  static CountedRooms all(List<Room> rooms, boolean lends) {
    FreeRooms stack = new FreeRooms(rooms);
    return new CountedRooms(
        new Free() {
          @Override
          public @Nullable Room take() {
            return stack.take();
          }

          @Override
          public void giveBack(Room room) {
            stack.giveBack(room);
          }
        },
        lends);
  }

  /** One room behind a doorway of its own. */
  static CountedRooms one(Room room) {
    AtomicReference<@Nullable Room> only = new AtomicReference<>(room);
    return new CountedRooms(
        new Free() {
          @Override
          public @Nullable Room take() {
            return only.getAndSet(null);
          }

          @Override
          public void giveBack(Room back) {
            only.set(back);
          }
        },
        false);
  }

  /** The room of somebody who was let in with that; an occupied one where none is left. */
  Room take(Object brought) {
    Room room = free.take();
    if (room == null) {
      return none;
    }
    if (lends && lent.putIfAbsent(new Lent(brought), room) != null) {
      free.giveBack(room);
      return none;
    }
    return room;
  }

  /** Takes back a room, before the doorway lets anybody else in. */
  void giveBack(Room room, Object brought) {
    if (room == none) {
      return;
    }
    if (lends) {
      lent.remove(new Lent(brought));
    }
    free.giveBack(room);
  }

  /** A thing that equals nothing but itself, whatever it says. */
  private record Lent(Object thing) {
    @SuppressWarnings("ReferenceEquality") // That is the point.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Lent(Object another) && another == thing;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(thing);
    }
  }
}
