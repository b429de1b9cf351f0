package io.anteroom.run.simulate;

import java.util.Arrays;

/**
 * The persons who were sent out of a room, by slot: where each goes on, and how much of its hold is
 * left. A person is only ever sent out of the room that it entered last, so each has one at most.
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
   * @param left how much of its hold is left, or {@link #NOT_BEGUN}
   * @param held how long it has been in the room in this visit to the pool
   */
  void isSentOut(int slot, int at, long left, long held) {
    goesOnAt[slot] = at;
    leftNanos[slot] = left;
    heldNanos[slot] = held;
  }

  /** A person has a room again. Returns its next instruction. */
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

  /** How much of the hold was left when it was last interrupted, or {@link #NOT_BEGUN}. */
  long leftNanos(int slot) {
    return leftNanos[slot];
  }

  /** How long the person had been in the room when it was last sent out; 0 if it never was. */
  long heldNanos(int slot) {
    return heldNanos[slot];
  }
}
