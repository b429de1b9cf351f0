package io.anteroom.run.simulate;

import java.util.BitSet;
import java.util.PriorityQueue;

/**
 * The rooms behind a shared line are alike, and the simulation only counts who is inside: a visit
 * is allotted the room with the lowest index of those free when it enters, as good an assignment as
 * any other. Mutable; confined to one thread.
 */
final class AlikeRooms {
  /** A room is occupied until then. */
  private record Stay(long leftNanos, int room) implements Comparable<Stay> {
    @Override
    public int compareTo(Stay other) {
      return Long.compare(leftNanos, other.leftNanos);
    }
  }

  private final BitSet occupied = new BitSet();
  private final PriorityQueue<Stay> stays = new PriorityQueue<>();

  /** The room of a visit, whose turn comes in the order of entering. */
  int allot(long enteredNanos, long leftNanos) {
    for (Stay next = stays.peek();
        next != null && next.leftNanos <= enteredNanos;
        next = stays.peek()) {
      stays.remove();
      occupied.clear(next.room);
    }
    int room = occupied.nextClearBit(0);
    occupied.set(room);
    stays.add(new Stay(leftNanos, room));
    return room;
  }
}
