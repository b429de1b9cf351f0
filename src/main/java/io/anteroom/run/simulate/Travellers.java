package io.anteroom.run.simulate;

import java.util.Arrays;

/**
 * The states of the persons on their journeys, by slot. In a closed model a slot is a person; in an
 * open one it stands for one person after the other. Mutable; confined to one thread.
 */
final class Travellers {
  private static final int FIRST_SLOTS = 1024;
  private static final int HOME = -1;

  private final boolean open;
  private final int depth;

  /** How many instructions have a count; 0 if none comes more than once in a visit. */
  private final int counted;

  /** The person, in an open model. */
  private int[] persons;

  /** Which of the person's visits it is. */
  long[] visits;

  int[] classes;
  boolean[] counts;
  long[] intendedNanos;

  /** The number of the person's next instruction. */
  int[] places;

  /** How long the person has waited in this visit, in all pools together. */
  long[] waitedNanos;

  /** When the person began to wait, now or for the room that it entered last. */
  long[] arrivedNanos;

  /** Whether the person waits. */
  boolean[] waiting;

  /** Whether the person never gives up the wait. */
  boolean[] patient;

  /** By slot, then the level of the rooms held: when it began to wait and when it entered. */
  private long[] arrivals;

  private long[] entries;

  /** By slot, then instruction: how often the person has come there in this visit. */
  private int[] turns;

  /** Free slots, in an open model. */
  private int[] spare = new int[0];

  private int spareCount;

  /**
   * @param persons how many there are, in a closed model
   * @param repeats whether an instruction can come more than once in a visit
   */
  Travellers(boolean open, int persons, Itinerary itinerary, boolean repeats) {
    this.open = open;
    this.depth = itinerary.depth();
    this.counted = repeats ? itinerary.size() : 0;
    int slots = open ? FIRST_SLOTS : persons;
    this.persons = new int[open ? slots : 0];
    this.visits = new long[slots];
    this.classes = new int[slots];
    this.counts = new boolean[slots];
    this.intendedNanos = new long[slots];
    this.places = new int[slots];
    Arrays.fill(places, HOME);
    this.waitedNanos = new long[slots];
    this.arrivedNanos = new long[slots];
    this.waiting = new boolean[slots];
    this.patient = new boolean[slots];
    this.arrivals = new long[Math.multiplyExact(slots, depth)];
    this.entries = new long[slots * depth];
    this.turns = new int[Math.multiplyExact(slots, counted)];
    if (open) {
      this.spare = new int[slots];
      addSpare(0, slots);
    }
  }

  /** How many slots there are. */
  int slots() {
    return places.length;
  }

  /** Whether no slot is free, so that an arrival needs {@link #grow} first. */
  boolean full() {
    return spareCount == 0;
  }

  /** Doubles the slots; returns how many there are then. */
  int grow() {
    int before = slots();
    int slots = Math.multiplyExact(before, 2);
    persons = Arrays.copyOf(persons, slots);
    visits = Arrays.copyOf(visits, slots);
    classes = Arrays.copyOf(classes, slots);
    counts = Arrays.copyOf(counts, slots);
    intendedNanos = Arrays.copyOf(intendedNanos, slots);
    places = Arrays.copyOf(places, slots);
    Arrays.fill(places, before, slots, HOME);
    waitedNanos = Arrays.copyOf(waitedNanos, slots);
    arrivedNanos = Arrays.copyOf(arrivedNanos, slots);
    waiting = Arrays.copyOf(waiting, slots);
    patient = Arrays.copyOf(patient, slots);
    arrivals = Arrays.copyOf(arrivals, Math.multiplyExact(slots, depth));
    entries = Arrays.copyOf(entries, slots * depth);
    turns = Arrays.copyOf(turns, Math.multiplyExact(slots, counted));
    spare = Arrays.copyOf(spare, slots);
    addSpare(before, slots);
    return slots;
  }

  /** Puts the lowest slot on top, so that few slots are ever used. */
  private void addSpare(int from, int to) {
    for (int slot = to - 1; slot >= from; slot--) {
      spare[spareCount++] = slot;
    }
  }

  /** A slot for a new person of an open model. */
  int take(int person) {
    int slot = spare[--spareCount];
    persons[slot] = person;
    return slot;
  }

  /** The person of the slot is gone for good, in an open model. */
  void release(int slot) {
    spare[spareCount++] = slot;
  }

  int person(int slot) {
    return open ? persons[slot] : slot;
  }

  /** A visit begins. */
  void begin(int slot, boolean isCounted) {
    counts[slot] = isCounted;
    places[slot] = 0;
    waitedNanos[slot] = 0;
    Arrays.fill(turns, slot * counted, (slot + 1) * counted, 0);
  }

  /** The visit is over. */
  void goesHome(int slot) {
    places[slot] = HOME;
  }

  /** Whether a visit has begun and is not over. */
  boolean isUnderWay(int slot) {
    return places[slot] != HOME;
  }

  /** How often the person came to the instruction earlier in this visit. Counts this time, too. */
  int turn(int slot, int instruction) {
    return counted == 0 ? 0 : turns[slot * counted + instruction]++;
  }

  /**
   * The person enters a room.
   *
   * @param level how many rooms it already holds
   */
  void hold(int slot, int level, long enteredNanos) {
    arrivals[slot * depth + level] = arrivedNanos[slot];
    entries[slot * depth + level] = enteredNanos;
  }

  /**
   * A person that was sent out has a room again.
   *
   * @param enteredNanos now, less the time that it has been inside so far
   */
  void holdAgain(int slot, int level, long enteredNanos) {
    entries[slot * depth + level] = enteredNanos;
  }

  long arrivedNanos(int slot, int level) {
    return arrivals[slot * depth + level];
  }

  long enteredNanos(int slot, int level) {
    return entries[slot * depth + level];
  }
}
