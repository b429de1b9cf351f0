package io.anteroom.run.simulate;

import io.anteroom.measure.FirstVisits;
import io.anteroom.measure.VisitRecord;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Scenario;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the first visits, each with its room. Where each room has its own line, the calendar knows
 * the room. The rooms behind a shared line are alike, and the calendar only counts who is inside:
 * there a visit is allotted the room with the lowest index of those free when it enters, as good an
 * assignment as any other. Mutable; confined to one thread.
 */
final class Allotment implements VisitLog {
  /** A room is occupied until then. */
  private record Stay(long leftNanos, int room) implements Comparable<Stay> {
    @Override
    public int compareTo(Stay other) {
      return Long.compare(leftNanos, other.leftNanos);
    }
  }

  private final FirstVisits first = new FirstVisits();
  private final boolean shared;
  private final long stopNanos;
  private final BitSet occupied = new BitSet();
  private final PriorityQueue<Stay> stays = new PriorityQueue<>();

  Allotment(Scenario scenario) {
    this.shared = scenario.facility().line() == Line.SHARED;
    this.stopNanos = Stop.nanos(scenario);
  }

  /** The visits so far, in the order in which they entered, gave up or were turned away. */
  List<VisitRecord> records() {
    return first.records();
  }

  @Override
  public void enters(
      int person,
      long visit,
      int door,
      long intendedNanos,
      long enteredNanos,
      long leftNanos,
      long refusals) {
    if (first.full()) {
      return;
    }
    int room = shared ? allot(enteredNanos, leftNanos) : door;
    int place = first.enters(person, visit, room, intendedNanos, enteredNanos, refusals);
    if (leftNanos <= stopNanos) {
      first.leaves(place, leftNanos);
    }
  }

  private int allot(long enteredNanos, long leftNanos) {
    for (Stay next = stays.peek();
        next != null && next.leftNanos <= enteredNanos;
        next = stays.peek()) {
      stays.remove();
      occupied.clear(next.room);
    }
    int room = occupied.nextClearBit(0);
    occupied.set(room);
    stays.add(new Stay(leftNanos, room));
    return room;
  }

  @Override
  public void abandons(int person, long visit, long intendedNanos, long atNanos, long refusals) {
    first.abandons(person, visit, intendedNanos, atNanos, refusals);
  }

  @Override
  public void turnsAway(int person, long atNanos) {
    first.turnsAway(person, atNanos);
  }

  @Override
  public void violates() {}

  @Override
  public void leavesWaiting(
      int person, long visit, long intendedNanos, long untilNanos, long refusals) {
    first.leavesWaiting(person, visit, intendedNanos, refusals);
  }
}
