package io.anteroom.run.simulate;

import io.anteroom.measure.FirstVisits;
import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.measure.VisitTimes;
import io.anteroom.scenario.NamedPool;
import io.anteroom.scenario.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * Keeps the first {@value FirstVisits#MOST} visits to pools, each with its room. They are told of
 * when they are over, so the list may grow to twice as many before it is cut. Visits to a pool that
 * sends persons out of their rooms are not kept: they have no one room, and no one time at which
 * they entered it. Mutable; confined to one thread.
 */
final class JourneyVisits implements JourneyLog {
  private static final Comparator<VisitRecord> IN_ORDER =
      Comparator.comparingLong(VisitRecord::decidedNanos);

  /** Until they are allotted, when it is known who entered before whom. */
  private static final int ANY_ROOM = 0;

  private final IntUnaryOperator poolOfStep;
  private final List<NamedPool> pools;
  private final List<VisitRecord> visits = new ArrayList<>();

  /** Visits decided later are not among the first. */
  private long lastNanos = Long.MAX_VALUE;

  JourneyVisits(IntUnaryOperator poolOfStep, List<NamedPool> pools) {
    this.poolOfStep = poolOfStep;
    this.pools = pools;
  }

  /** The visits, in the order in which they entered or gave up; those that still wait come last. */
  List<VisitRecord> records() {
    keepFirst();
    List<RoomNumbering> rooms = Stream.generate(RoomNumbering::new).limit(pools.size()).toList();
    return visits.stream().map(visit -> inRoom(visit, rooms.get(visit.pool()))).toList();
  }

  private static VisitRecord inRoom(VisitRecord visit, RoomNumbering rooms) {
    Long entered = visit.enteredNanos();
    if (entered == null) {
      return visit;
    }
    Long left = visit.leftNanos();
    int room = rooms.next(entered, left == null ? Long.MAX_VALUE : left);
    return new VisitRecord(
        visit.person(),
        visit.visit(),
        visit.pool(),
        room,
        visit.times(),
        visit.outcome(),
        visit.refusals());
  }

  private void keepFirst() {
    visits.sort(IN_ORDER);
    if (visits.size() > FirstVisits.MOST) {
      visits.subList(FirstVisits.MOST, visits.size()).clear();
    }
    if (visits.size() == FirstVisits.MOST) {
      lastNanos = visits.getLast().decidedNanos();
    }
  }

  private void keep(JourneyingPerson who, int step, VisitTimes times, VisitOutcome outcome) {
    int pool = poolOfStep.applyAsInt(step);
    if (pools.get(pool).locking().order() == Order.PREEMPT_RESUME) {
      return;
    }
    Integer room = times.enteredNanos() == null ? null : ANY_ROOM;
    keep(new VisitRecord(who.person, who.visit, pool, room, times, outcome, 0));
  }

  private void keep(VisitRecord record) {
    if (record.decidedNanos() <= lastNanos) {
      visits.add(record);
      if (visits.size() == 2 * FirstVisits.MOST) {
        keepFirst();
      }
    }
  }

  @Override
  public void leaves(
      JourneyingPerson who, int step, long arrivedNanos, long enteredNanos, long leftNanos) {
    if (enteredNanos <= lastNanos) {
      keep(
          who, step, new VisitTimes(arrivedNanos, enteredNanos, leftNanos), VisitOutcome.COMPLETED);
    }
  }

  @Override
  public void givesUp(JourneyingPerson who, int step, long arrivedNanos, long atNanos) {
    if (atNanos <= lastNanos) {
      keep(who, step, new VisitTimes(arrivedNanos, null, atNanos), VisitOutcome.ABANDONED);
    }
  }

  @Override
  public void turnsAway(int person, int personClass, boolean counts, long atNanos) {
    if (atNanos <= lastNanos) {
      keep(
          new VisitRecord(
              person,
              0,
              0,
              null,
              new VisitTimes(atNanos, null, null),
              VisitOutcome.TURNED_AWAY,
              0));
    }
  }

  @Override
  public void waitsStill(JourneyingPerson who, int step, long arrivedNanos, long untilNanos) {
    keep(who, step, new VisitTimes(arrivedNanos, null, null), VisitOutcome.CENSORED);
  }

  @Override
  public void holdsStill(
      JourneyingPerson who, int step, long arrivedNanos, long enteredNanos, long untilNanos) {
    keep(who, step, new VisitTimes(arrivedNanos, enteredNanos, null), VisitOutcome.CENSORED);
  }
}
