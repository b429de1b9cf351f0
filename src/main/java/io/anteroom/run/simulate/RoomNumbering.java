package io.anteroom.run.simulate;

import java.util.BitSet;
import java.util.PriorityQueue;

/**
 * Numbers the rooms behind a shared line. The simulation only counts who is inside, since these
 * rooms are alike. A visit gets the free room with the lowest number, an assignment as good as any
 * other. Mutable; confined to one thread.
 */
final class RoomNumbering {
  /** A room that is occupied until {@code leftNanos}. */
  private record Stay(long leftNanos, int room) implements Comparable<Stay> {
    @Override
    public int compareTo(Stay other) {
      return Long.compare(leftNanos, other.leftNanos);
    }
  }

  private final BitSet occupied = new BitSet();
  private final PriorityQueue<Stay> stays = new PriorityQueue<>();

  /** The room of the next visit. Called in the order in which visits enter. */
  int next(long enteredNanos, long leftNanos) {
    for (Stay stay = stays.peek();
        stay != null && stay.leftNanos <= enteredNanos;
        stay = stays.peek()) {
      stays.remove();
      occupied.clear(stay.room);
    }
    int room = occupied.nextClearBit(0);
    occupied.set(room);
    stays.add(new Stay(leftNanos, room));
    return room;
  }
}
