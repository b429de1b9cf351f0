package io.anteroom.run.simulate;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a simulation of journeys tells, a line for each thing that happened. */
final class LoggedJourneys implements JourneyLog {
  private final List<String> lines = new ArrayList<>();
  private long returns;

  /** All that was told, in an order that does not depend on when it was told. */
  List<String> lines() {
    return lines.stream().sorted().toList();
  }

  /** Lines that begin with that word. */
  long count(String word) {
    return lines.stream().filter(line -> line.startsWith(word)).count();
  }

  /** How often a person was sent out of a room. */
  long sentOut() {
    return count("stays") - count("leaves") - count("holds");
  }

  /** How many visits were not the person's first one. */
  long returns() {
    return returns;
  }

  @SuppressWarnings("AnnotateFormatMethod") // The annotation is a library of its own.
  private void add(String format, Object... parts) {
    lines.add(format.formatted(parts));
  }

  @Override
  public void begins(JourneyingPerson who) {
    returns += who.visit > 0 ? 1 : 0;
    add("begins %d/%d class %d at %d", who.person, who.visit, who.personClass, who.intendedNanos);
  }

  @Override
  public void stays(long arrivedNanos, long enteredNanos, long untilNanos) {
    add("stays arrived %d entered %d until %d", arrivedNanos, enteredNanos, untilNanos);
  }

  @Override
  public void leaves(
      JourneyingPerson who, int step, long arrivedNanos, long enteredNanos, long leftNanos) {
    add(
        "leaves %d/%d class %d step %d arrived %d entered %d left %d",
        who.person, who.visit, who.personClass, step, arrivedNanos, enteredNanos, leftNanos);
  }

  @Override
  public void givesUp(JourneyingPerson who, int step, long arrivedNanos, long atNanos) {
    add(
        "gives-up %d/%d step %d arrived %d at %d",
        who.person, who.visit, step, arrivedNanos, atNanos);
  }

  @Override
  public void completes(JourneyingPerson who, long atNanos) {
    add(
        "completes %d/%d from %d waited %d at %d",
        who.person, who.visit, who.intendedNanos, who.waitedNanos, atNanos);
  }

  @Override
  public void abandons(JourneyingPerson who, long atNanos) {
    add(
        "abandons %d/%d from %d waited %d at %d",
        who.person, who.visit, who.intendedNanos, who.waitedNanos, atNanos);
  }

  @Override
  public void turnsAway(int person, int personClass, boolean counts, long atNanos) {
    add("turned-away %d class %d at %d", person, personClass, atNanos);
  }

  @Override
  public void waitsStill(JourneyingPerson who, int step, long arrivedNanos, long untilNanos) {
    add("waits class %d step %d from %d until %d", who.personClass, step, arrivedNanos, untilNanos);
  }

  @Override
  public void holdsStill(
      JourneyingPerson who, int step, long arrivedNanos, long enteredNanos, long untilNanos) {
    add(
        "holds class %d step %d arrived %d entered %d until %d",
        who.personClass, step, arrivedNanos, enteredNanos, untilNanos);
  }

  @Override
  public void isCut(JourneyingPerson who, long untilNanos) {
    add(
        "cut %d/%d from %d waited %d until %d",
        who.person, who.visit, who.intendedNanos, who.waitedNanos, untilNanos);
  }
}
