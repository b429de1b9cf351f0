package io.anteroom.modes.pools;

import io.anteroom.modes.locking.FreeRooms;
import io.anteroom.modes.locking.Room;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which room stands for what a library has lent. So the library is checked: a person that is lent
 * what another one still has goes into the same room, and a person that is lent more than there are
 * rooms goes into one that is always occupied. Both are counted as violations. Safe for use by any
 * number of threads.
 */
final class LentRooms {
  private final FreeRooms free;
  private final Room none = Room.occupiedForEver();
  private final Map<Object, Room> lent = new ConcurrentHashMap<>();

  LentRooms(List<Room> all) {
    this.free = new FreeRooms(all);
  }

  /**
   * The room of a person that has just been lent a thing.
   *
   * @param thing what was lent, by its own equality; where a library lends permits and no things,
   *     the person that got one
   */
  Room take(Object thing) {
    Room own = free.take();
    if (own == null) {
      return none;
    }
    Room others = lent.putIfAbsent(thing, own);
    if (others == null) {
      return own;
    }
    free.giveBack(own);
    return others;
  }

  /** Takes back the room that was taken for a thing; to be called before the thing is lent anew. */
  void giveBack(Object thing, Room room) {
    if (lent.remove(thing, room)) {
      free.giveBack(room);
    }
  }
}
