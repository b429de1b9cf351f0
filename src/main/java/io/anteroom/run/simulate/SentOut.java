package io.anteroom.run.simulate;

import java.util.Arrays;

/**
 * Those who were sent out of a room, by slot: where they go on, and with what. A person can be sent
 * out only of the room that it entered last, so there is one such room for a person at most.
 * Mutable; confined to one thread.
 */
final class SentOut {
  /** The hold that was interrupted had not begun. */
  static final long NOT_BEGUN = -1;

  private static final int NOT_OUT = -1;

  private int[] enteredAt;
  private int[] goesOnAt;
  private long[] leftNanos;
  private long[] heldNanos;

  SentOut(int slots) {
    this.enteredAt = new int[slots];
    this.goesOnAt = new int[slots];
    Arrays.fill(goesOnAt, NOT_OUT);
    this.leftNanos = new long[slots];
    this.heldNanos = new long[slots];
  }

  /** Makes room for more slots. */
  void grow(int slots) {
    int before = goesOnAt.length;
    enteredAt = Arrays.copyOf(enteredAt, slots);
    goesOnAt = Arrays.copyOf(goesOnAt, slots);
    Arrays.fill(goesOnAt, before, slots, NOT_OUT);
    leftNanos = Arrays.copyOf(leftNanos, slots);
    heldNanos = Arrays.copyOf(heldNanos, slots);
  }

  /**
   * A person enters a room for the first time in this visit to the pool.
   *
   * @param at the instruction by which it does
   */
  void enters(int slot, int at) {
    enteredAt[slot] = at;
    heldNanos[slot] = 0;
  }

  /**
   * A person is sent out.
   *
   * @param at its next instruction
   * @param left of its hold, or {@link #NOT_BEGUN}
   * @param held how long it has been in the room in this visit to the pool
   */
  void isSentOut(int slot, int at, long left, long held) {
    goesOnAt[slot] = at;
    leftNanos[slot] = left;
    heldNanos[slot] = held;
  }

  /** A person has a room again; its next instruction. */
  int goesOn(int slot) {
    int at = goesOnAt[slot];
    goesOnAt[slot] = NOT_OUT;
    return at;
  }

  boolean isOut(int slot) {
    return goesOnAt[slot] != NOT_OUT;
  }

  /** The instruction by which the person has entered the room. */
  int enteredAt(int slot) {
    return enteredAt[slot];
  }

  /** What was left of the hold when it was interrupted last, or {@link #NOT_BEGUN}. */
  long leftNanos(int slot) {
    return leftNanos[slot];
  }

  /** How long the person had been in the room when it was sent out last; 0: it never was. */
  long heldNanos(int slot) {
    return heldNanos[slot];
  }
}
