package io.anteroom.run.simulate;

import io.anteroom.measure.FirstVisits;
import io.anteroom.measure.VisitRecord;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Scenario;
import java.util.List;

/**
 * Keeps the first visits, each with its room. Where each room has its own line, the calendar knows
 * the room. {@link RoomNumbering} numbers the rooms behind a shared line. Mutable; confined to one
 * thread.
 */
final class FirstVisitsLog implements VisitLog {
  private final FirstVisits first = new FirstVisits();
  private final boolean shared;
  private final long stopNanos;
  private final RoomNumbering rooms = new RoomNumbering();

  FirstVisitsLog(Scenario scenario) {
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
    int room = shared ? rooms.next(enteredNanos, leftNanos) : door;
    int place =
        first.enters(
            person, visit, FirstVisits.ONLY_POOL, room, intendedNanos, enteredNanos, refusals);
    if (leftNanos <= stopNanos) {
      first.leaves(place, leftNanos);
    }
  }

  @Override
  public void enterInTurn(
      int person, long[] intendedNanos, long[] enteredNanos, long[] leftNanos, int count) {
    if (!first.full()) {
      VisitLog.super.enterInTurn(person, intendedNanos, enteredNanos, leftNanos, count);
    }
  }

  @Override
  public void abandons(int person, long visit, long intendedNanos, long atNanos, long refusals) {
    first.abandons(person, visit, FirstVisits.ONLY_POOL, intendedNanos, atNanos, refusals);
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
    first.leavesWaiting(person, visit, FirstVisits.ONLY_POOL, intendedNanos, refusals);
  }
}
