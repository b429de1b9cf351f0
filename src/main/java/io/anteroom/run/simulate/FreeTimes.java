package io.anteroom.run.simulate;

import java.util.Arrays;

/**
 * When each room falls free, the first of them at hand: a tournament (D. E. Knuth, The Art of
 * Computer Programming 3, 2nd ed. 1998, section 5.4.1). A heap moves fewer of them, but no
 * processor foresees which. Mutable; confined to one thread.
 */
final class FreeTimes {
  /** By match, the sooner one of the two times below it; 1 is the final, the second half rooms. */
  private final long[] nanos;

  /** By match, the place of the room whose time that is. */
  private final int[] places;

  /** All rooms are free from 0. */
  FreeTimes(int rooms) {
    int half = rooms == 1 ? 1 : 2 * Integer.highestOneBit(rooms - 1);
    nanos = new long[2 * half];
    places = new int[2 * half];
    Arrays.fill(nanos, half + rooms, 2 * half, Long.MAX_VALUE);
    Arrays.setAll(places, place -> place);
    for (int place = half; place < 2 * half; place++) {
      replay(place);
    }
  }

  /** When the first room falls free, in nanoseconds since the start of the run. */
  long firstNanos() {
    return nanos[1];
  }

  /** That room falls free at another time instead, not below 0. */
  void replaceFirst(long time) {
    int place = places[1];
    nanos[place] = time;
    replay(place);
  }

  /** Plays the matches above a room. */
  private void replay(int room) {
    long time = nanos[room];
    int winner = room;
    int place = room;
    while (place > 1) {
      int other = place ^ 1;
      long lead = nanos[other] - time;
      // All ones if the other one is sooner: bits, since a branch would be guessed wrong so often.
      long sooner = lead >> (Long.SIZE - 1);
      time += lead & sooner;
      winner += (places[other] - winner) & (int) sooner;
      place >>= 1;
      nanos[place] = time;
      places[place] = winner;
    }
  }
}
