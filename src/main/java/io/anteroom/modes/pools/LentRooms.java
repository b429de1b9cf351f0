package io.anteroom.modes.pools;

import io.anteroom.modes.locking.FreeRooms;
import io.anteroom.modes.locking.Room;
import io.anteroom.modes.locking.Visit;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which room stands for what a library has lent. So the library is checked: a person that is lent
 * what another one still has goes into the same room, and a person that is lent more than there are
 * rooms goes into one that is always occupied. Both are counted as violations. Safe for use by any
 * number of threads.
 *
 * <p>Things are lent again and again, so each keeps its place here while nobody has it: a visit
 * allocates nothing. Things that a library has thrown away are forgotten now and then.
 */
final class LentRooms {
  /** How many things are known for each room before those that nobody has are forgotten. */
  private static final int THINGS_A_ROOM = 4;

  private static final Room FORGOTTEN = Room.occupiedForEver();

  private final FreeRooms free;
  private final Room none = Room.occupiedForEver();
  private final int mostThings;

  /** The room of each thing: null while nobody has it, {@link #FORGOTTEN} once it is removed. */
  private final Map<Object, AtomicReference<@Nullable Room>> places = new ConcurrentHashMap<>();

  LentRooms(List<Room> all) {
    this.free = new FreeRooms(all);
    this.mostThings = Math.multiplyExact(THINGS_A_ROOM, all.size());
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
    Room others = putIfAbsent(thing, own);
    if (others == null) {
      return own;
    }
    free.giveBack(own);
    return others;
  }

  /** Takes back the room that was taken for a thing; to be called before the thing is lent anew. */
  void giveBack(Object thing, Room room) {
    AtomicReference<@Nullable Room> place = places.get(thing);
    if (place != null && place.compareAndSet(room, null)) {
      free.giveBack(room);
    }
  }

  /** Stays in the room of a thing that has just been lent, with its connection. */
  void stay(Visit visit, Object thing, Connection connection) throws InterruptedException {
    Room room = take(thing);
    room.put(connection);
    try {
      visit.stay(room);
    } finally {
      room.put(null);
      giveBack(thing, room);
    }
  }

  /** How many things are known. */
  int things() {
    return places.size();
  }

  /** Gives a thing that room; where it has one already, that one is the answer, else null. */
  private @Nullable Room putIfAbsent(Object thing, Room own) {
    while (true) {
      AtomicReference<@Nullable Room> place = place(thing);
      Room others = place.compareAndExchange(null, own);
      if (others != FORGOTTEN) {
        return others;
      }
      places.remove(thing, place);
    }
  }

  private AtomicReference<@Nullable Room> place(Object thing) {
    AtomicReference<@Nullable Room> known = places.get(thing);
    if (known != null) {
      return known;
    }
    if (places.size() >= mostThings) {
      forgetWhatNobodyHas();
    }
    return places.computeIfAbsent(thing, unused -> new AtomicReference<>());
  }

  private void forgetWhatNobodyHas() {
    places.values().removeIf(LentRooms::forgets);
  }

  private static boolean forgets(AtomicReference<@Nullable Room> place) {
    return place.compareAndSet(null, FORGOTTEN);
  }
}
