package io.anteroom.measure;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A count that any number of threads change at once, as {@link
 * java.util.concurrent.atomic.LongAdder} is, spread by person instead of by thread: that one finds
 * out by collisions, thread by thread, and each virtual thread is another. A sum taken while it
 * changes is approximate.
 */
public final class SpreadCount {
  private static final int LONGS_APART = 16;

  /** How many there are, a power of two: so many that two processors seldom want the same. */
  private static final int PLACES =
      Math.min(8 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors()), 64);

  private final AtomicLongArray places = new AtomicLongArray((PLACES + 1) * LONGS_APART);

  /** Changes the count by so much, on behalf of a person. */
  public void add(int person, long change) {
    int place = (person & (PLACES - 1)) + 1;
    long unused = places.getAndAdd(place * LONGS_APART, change);
  }

  /** The count. */
  public long sum() {
    long sum = 0;
    for (int place = LONGS_APART; place < places.length(); place += LONGS_APART) {
      sum += places.get(place);
    }
    return sum;
  }
}
