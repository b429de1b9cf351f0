package io.anteroom.modes.locking;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The rooms that nobody has, as a stack that takes no lock and allocates nothing (Treiber: Systems
 * Programming: Coping with Parallelism, IBM RJ 5118, 1986; the head carries a version against the
 * ABA problem). Safe for use by any number of threads.
 */
public final class FreeRooms {
  private static final int NOBODY = -1;

  private final List<Room> rooms;
  private final AtomicIntegerArray next;

  /** Version in the upper half, index of the top room in the lower one. */
  private final AtomicLong head;

  /** All the rooms, the first one on top. */
  public FreeRooms(List<Room> rooms) {
    this.rooms = rooms;
    this.next = new AtomicIntegerArray(rooms.size());
    for (int index = 0; index < rooms.size(); index++) {
      next.setPlain(index, index + 1 < rooms.size() ? index + 1 : NOBODY);
    }
    this.head = new AtomicLong(head(0, 0));
  }

  /** Takes a room, or null if there is none. */
  public @Nullable Room take() {
    while (true) {
      long top = head.get();
      int index = (int) top;
      if (index == NOBODY) {
        return null;
      }
      if (head.compareAndSet(top, head(version(top) + 1, next.getPlain(index)))) {
        return rooms.get(index);
      }
    }
  }

  /** Gives back a room that was taken. */
  public void giveBack(Room room) {
    while (true) {
      long top = head.get();
      next.setPlain(room.index(), (int) top);
      if (head.compareAndSet(top, head(version(top) + 1, room.index()))) {
        return;
      }
    }
  }

  private static int version(long head) {
    return (int) (head >>> 32);
  }

  private static long head(int version, int index) {
    return ((long) version << 32) | (index & 0xFFFF_FFFFL);
  }
}
