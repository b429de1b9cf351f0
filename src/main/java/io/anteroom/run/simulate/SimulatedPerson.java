package io.anteroom.run.simulate;

import java.util.Arrays;

/**
 * The state of a person on its journeys; in an open model of one person after the other. Mutable;
 * confined to one thread.
 */
final class SimulatedPerson extends JourneyingPerson {
  /** The hold that was interrupted had not begun. */
  static final long NOT_BEGUN = -1;

  /** How long the next hold takes is yet to be drawn. */
  static final long NOT_DRAWN = -1;

  /** By which lines and events know it. */
  final int slot;

  private final Instruction first;

  /** Whether a visit has begun and is not over. */
  boolean underWay;

  /** What the person does next. */
  Instruction at;

  /** When the person began to wait, now or for the room that it entered last. */
  long arrivedNanos;

  /** How long its next hold takes, or {@link #NOT_DRAWN}. */
  long drawnNanos = NOT_DRAWN;

  boolean waits;

  /** Whether the person never gives up the wait. */
  boolean patient;

  /** By the level of the rooms held: when it began to wait, then when it entered. */
  private final long[] stays;

  /** By instruction: how often the person has come there in this visit; empty: once at most. */
  private final int[] turns;

  /** The instruction by which it entered the room that it can be sent out of. */
  private Instruction enteredBy;

  /** Whether it was sent out of that room and has none again. */
  boolean sentOut;

  /** Where it goes on when it has a room again. */
  private Instruction goesOnAt;

  /** How much of its hold was left when it was last sent out, or {@link #NOT_BEGUN}. */
  long leftNanos;

  /** How long it had been in the room when it was last sent out; 0 if it never was. */
  long heldNanos;

  /**
   * @param repeats whether an instruction can come more than once in a visit
   */
  SimulatedPerson(int slot, Itinerary itinerary, int depth, boolean repeats) {
    this.slot = slot;
    this.first = itinerary.first();
    this.person = slot;
    this.at = first;
    this.enteredBy = at;
    this.goesOnAt = at;
    this.stays = new long[2 * depth];
    this.turns = new int[repeats ? itinerary.size() : 0];
  }

  /** A visit begins. */
  void begins(boolean isCounted) {
    underWay = true;
    counts = isCounted;
    at = first;
    waitedNanos = 0;
    Arrays.fill(turns, 0);
  }

  /** How often it came to the instruction earlier in this visit. Counts this time, too. */
  int turn(Instruction instruction) {
    return turns.length == 0 ? 0 : turns[instruction.number]++;
  }

  /**
   * Enters a room.
   *
   * @param level how many rooms it already holds
   */
  void enters(int level, long now) {
    stays[2 * level] = arrivedNanos;
    stays[2 * level + 1] = now;
  }

  /** Enters, in place of the room that it was sent out of, another one. */
  void entersAgain(int level, long now) {
    stays[2 * level + 1] = now - heldNanos;
  }

  /** When it began to wait for the room that it holds at that level. */
  long arrivedNanos(int level) {
    return stays[2 * level];
  }

  /** When it entered that room; where it was sent out meanwhile, as if it had been inside last. */
  long enteredNanos(int level) {
    return stays[2 * level + 1];
  }

  /**
   * Has entered, for the first time in this visit to the pool, a room that it can be sent out of.
   */
  void canBeSentOut() {
    enteredBy = at;
    heldNanos = 0;
  }

  /**
   * Is sent out of the room that it entered last.
   *
   * @param left how much of its hold is left, or {@link #NOT_BEGUN}
   * @param held how long it has been in the room in this visit to the pool
   */
  void isSentOut(long left, long held) {
    sentOut = true;
    goesOnAt = at;
    at = enteredBy;
    leftNanos = left;
    heldNanos = held;
  }

  /** Has a room again. */
  void goesOn() {
    sentOut = false;
    at = goesOnAt;
  }
}
