package io.anteroom.run.simulate;

import java.util.Arrays;

/**
 * The events to come, at most one for each slot: a heap of four children a node, ordered by time,
 * then kind, then the sequence in which they were scheduled. An event can be moved or cancelled.
 * Mutable; confined to one thread.
 *
 * <p>The keys lie in arrays beside the slots, so that comparing touches nothing else; four children
 * make the heap half as deep as two do (LaMarca, Ladner: The Influence of Caches on the Performance
 * of Heaps, 1996).
 */
final class EventQueue {
  /** What {@link #nextNanos} returns when there are no events. */
  static final long NONE = Long.MAX_VALUE;

  private static final int NOWHERE = -1;
  private static final long BEFORE_ALL = Long.MIN_VALUE;
  private static final int KIND_SHIFT = 60;

  private long[] nanos;
  private long[] order;
  private int[] slots;

  /** Where the event of each slot lies in the heap, or {@link #NOWHERE}. */
  private int[] places;

  private int size;
  private long sequence;

  /** What lies at the head happens now: it is due before all others, and stands for no event. */
  private boolean headIsEmpty;

  EventQueue(int slotCount) {
    nanos = new long[slotCount];
    order = new long[slotCount];
    slots = new int[slotCount];
    places = new int[slotCount];
    Arrays.fill(places, NOWHERE);
  }

  /** Makes room for more slots. */
  void grow(int slotCount) {
    int before = places.length;
    nanos = Arrays.copyOf(nanos, slotCount);
    order = Arrays.copyOf(order, slotCount);
    slots = Arrays.copyOf(slots, slotCount);
    places = Arrays.copyOf(places, slotCount);
    Arrays.fill(places, before, slotCount, NOWHERE);
  }

  /** When the next event is due, or {@link #NONE}. */
  long nextNanos() {
    return size == 0 ? NONE : nanos[0];
  }

  /** The kind of the next event; there must be one. */
  int nextKind() {
    return (int) (order[0] >>> KIND_SHIFT);
  }

  /** The slot of the next event; there must be one. */
  int nextSlot() {
    return slots[0];
  }

  /**
   * The next event happens: its slot, which has no event any more. The place at the head is left
   * for whichever event is scheduled next, until {@link #hasHappened}; there must be an event.
   */
  int happens() {
    int slot = slots[0];
    places[slot] = NOWHERE;
    order[0] = BEFORE_ALL;
    headIsEmpty = true;
    return slot;
  }

  /** All that comes of the event that happens is scheduled. */
  void hasHappened() {
    if (headIsEmpty) {
      headIsEmpty = false;
      takeOut(0);
    }
  }

  /** When the slot's event is due, or {@link #NONE}. */
  long nanosOf(int slot) {
    return places[slot] == NOWHERE ? NONE : nanos[places[slot]];
  }

  /** Gives the slot this event, in place of the one that it may have. */
  void schedule(int slot, long atNanos, int kind) {
    long newOrder = ((long) kind << KIND_SHIFT) | sequence++;
    int place = places[slot];
    if (place == NOWHERE && headIsEmpty) {
      headIsEmpty = false;
      sink(0, slot, atNanos, newOrder);
    } else if (place == NOWHERE) {
      rise(size++, slot, atNanos, newOrder);
    } else if (before(atNanos, newOrder, nanos[place], order[place])) {
      rise(place, slot, atNanos, newOrder);
    } else {
      sink(place, slot, atNanos, newOrder);
    }
  }

  /** Takes the slot's event away, if it has one. */
  void cancel(int slot) {
    int place = places[slot];
    if (place == NOWHERE) {
      return;
    }
    places[slot] = NOWHERE;
    takeOut(place);
  }

  private void takeOut(int place) {
    size--;
    if (place == size) {
      return;
    }
    int last = slots[size];
    long lastNanos = nanos[size];
    long lastOrder = order[size];
    if (before(lastNanos, lastOrder, nanos[place], order[place])) {
      rise(place, last, lastNanos, lastOrder);
    } else {
      sink(place, last, lastNanos, lastOrder);
    }
  }

  private void rise(int from, int slot, long atNanos, long withOrder) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) >> 2;
      if (!before(atNanos, withOrder, nanos[parent], order[parent])) {
        break;
      }
      move(parent, place);
      place = parent;
    }
    put(place, slot, atNanos, withOrder);
  }

  private void sink(int from, int slot, long atNanos, long withOrder) {
    int place = from;
    for (int child = 4 * place + 1; child < size; child = 4 * place + 1) {
      int least = child + 3 < size ? leastOfFour(child) : leastAmong(child, size);
      if (!before(nanos[least], order[least], atNanos, withOrder)) {
        break;
      }
      move(least, place);
      place = least;
    }
    put(place, slot, atNanos, withOrder);
  }

  /** Without branches as long as no two are due at once: which is the least can't be foretold. */
  private int leastOfFour(int first) {
    long one = nanos[first];
    long two = nanos[first + 1];
    long three = nanos[first + 2];
    long four = nanos[first + 3];
    long left = Math.min(one, two);
    long right = Math.min(three, four);
    if (one == two || three == four || left == right) {
      return leastAmong(first, first + 4);
    }
    int ofLeft = two < one ? first + 1 : first;
    int ofRight = four < three ? first + 3 : first + 2;
    return right < left ? ofRight : ofLeft;
  }

  private int leastAmong(int first, int end) {
    int least = first;
    for (int other = first + 1; other < end; other++) {
      if (before(nanos[other], order[other], nanos[least], order[least])) {
        least = other;
      }
    }
    return least;
  }

  private void move(int from, int to) {
    put(to, slots[from], nanos[from], order[from]);
  }

  private void put(int place, int slot, long atNanos, long withOrder) {
    nanos[place] = atNanos;
    order[place] = withOrder;
    slots[place] = slot;
    places[slot] = place;
  }

  private static boolean before(long nanosOne, long orderOne, long nanosOther, long orderOther) {
    return nanosOne < nanosOther || (nanosOne == nanosOther && orderOne < orderOther);
  }
}
