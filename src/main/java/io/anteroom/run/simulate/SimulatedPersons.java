package io.anteroom.run.simulate;

import java.util.Arrays;
import java.util.List;

/**
 * The persons on their journeys, by slot. In a closed model a slot is a person; in an open one it
 * stands for one person after the other. Mutable; confined to one thread.
 */
final class SimulatedPersons {
  private static final int FIRST_SLOTS = 1024;

  private final Itinerary itinerary;
  private final int depth;
  private final boolean repeats;
  private SimulatedPerson[] bySlot;

  /** How many there are: the slots from here on have never been needed. */
  private int made;

  /** Those who are free, in an open model. */
  private SimulatedPerson[] spare;

  private int spareCount;

  /**
   * @param persons how many there are, in a closed model
   * @param repeats whether an instruction can come more than once in a visit
   */
  SimulatedPersons(boolean open, int persons, Itinerary itinerary, boolean repeats) {
    this.itinerary = itinerary;
    this.depth = itinerary.depth();
    this.repeats = repeats;
    this.bySlot = new SimulatedPerson[open ? FIRST_SLOTS : persons];
    this.spare = new SimulatedPerson[open ? FIRST_SLOTS : 0];
    while (!open && made < persons) {
      make();
    }
  }

  private SimulatedPerson make() {
    SimulatedPerson one = new SimulatedPerson(made, itinerary, depth, repeats);
    bySlot[made++] = one;
    return one;
  }

  /** How many slots there are. */
  int slots() {
    return bySlot.length;
  }

  /** Whether no slot is free, so that an arrival needs {@link #grow} first. */
  boolean full() {
    return spareCount == 0 && made == bySlot.length;
  }

  /** Doubles the slots. */
  void grow() {
    int slots = Math.multiplyExact(bySlot.length, 2);
    bySlot = Arrays.copyOf(bySlot, slots);
    spare = Arrays.copyOf(spare, slots);
  }

  SimulatedPerson of(int slot) {
    return bySlot[slot];
  }

  /** One for a new person of an open model; as few as possible are ever used. */
  SimulatedPerson take(int person) {
    SimulatedPerson one = spareCount > 0 ? spare[--spareCount] : make();
    one.person = person;
    return one;
  }

  /** The person is gone for good, in an open model. */
  void release(SimulatedPerson one) {
    spare[spareCount++] = one;
  }

  /** All, by slot. */
  List<SimulatedPerson> all() {
    return Arrays.asList(bySlot).subList(0, made);
  }
}
