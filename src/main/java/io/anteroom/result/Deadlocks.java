package io.anteroom.result;

import java.util.Arrays;

/**
 * Knows whether persons wait for each other in a way that no passing of time can end. A pool is
 * locked when every room of it is held by a person who waits, without ever giving up, for a room of
 * a locked pool. Since persons of a pool are alike, counting is enough: for each two pools, how
 * many rooms of the one are held by persons who wait for the other (Holt: Some Deadlock Properties
 * of Computer Systems, ACM Computing Surveys 4, 1972, on graphs with several units of a resource).
 * Mutable; confined to one thread.
 */
public final class Deadlocks {
  /** Of each pool, so many as there are or will be. */
  private final int[] rooms;

  /** Rooms of a pool held by persons who wait for the other. */
  private final int[][] heldWaiting;

  /** Rooms of a pool held by persons who wait for any. */
  private final int[] heldWaitingForAny;

  /** The persons who hold a room of the one and wait for the other. */
  private final int[][] personsWaiting;

  /**
   * @param rooms by pool
   */
  public Deadlocks(int[] rooms) {
    this.rooms = rooms.clone();
    this.heldWaiting = new int[rooms.length][rooms.length];
    this.heldWaitingForAny = new int[rooms.length];
    this.personsWaiting = new int[rooms.length][rooms.length];
  }

  /** A person who holds rooms of these pools waits for that one, and will not give up. */
  public void waits(int[] held, int pool) {
    change(held, pool, 1);
  }

  /** It waits no more. */
  public void waitsNoMore(int[] held, int pool) {
    change(held, pool, -1);
  }

  private void change(int[] held, int pool, int by) {
    for (int place = 0; place < held.length; place++) {
      int from = held[place];
      heldWaiting[from][pool] += by;
      heldWaitingForAny[from] += by;
      if (first(held, place)) {
        personsWaiting[from][pool] += by;
      }
    }
  }

  private static boolean first(int[] held, int place) {
    for (int before = 0; before < place; before++) {
      if (held[before] == held[place]) {
        return false;
      }
    }
    return true;
  }

  /** The pool has so many rooms from now on, at some time at least. */
  public void resize(int pool, int most) {
    rooms[pool] = most;
  }

  /** How many rooms a pool has, or will have. */
  int rooms(int pool) {
    return rooms[pool];
  }

  /** Whether a pool is locked now. */
  public boolean found() {
    if (!mayBeFound()) {
      return false;
    }
    for (boolean one : locked()) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  /** Whether a pool has no room but those held by persons who wait, which is quick to tell. */
  private boolean mayBeFound() {
    for (int pool = 0; pool < rooms.length; pool++) {
      if (heldWaitingForAny[pool] >= rooms[pool]) {
        return true;
      }
    }
    return false;
  }

  /** Which pools are locked. */
  boolean[] locked() {
    boolean[] locked = new boolean[rooms.length];
    Arrays.fill(locked, true);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int pool = 0; pool < rooms.length; pool++) {
        if (locked[pool] && heldForLocked(pool, locked) < rooms[pool]) {
          locked[pool] = false;
          changed = true;
        }
      }
    }
    return locked;
  }

  private int heldForLocked(int pool, boolean[] locked) {
    int held = 0;
    for (int wanted = 0; wanted < rooms.length; wanted++) {
      held += locked[wanted] ? heldWaiting[pool][wanted] : 0;
    }
    return held;
  }

  /** How many persons hold a room of the one pool and wait for the other. */
  int persons(int holding, int waitingFor) {
    return personsWaiting[holding][waitingFor];
  }
}
