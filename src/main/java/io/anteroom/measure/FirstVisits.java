package io.anteroom.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first {@value #MOST} visits of a run, its warm-up included: those that were the first
 * to enter a room, to give up or to be turned away. Whoever still waits at the end of the run is
 * kept if there is a place left.
 *
 * <p>Safe for any number of threads. Keeping a visit allocates nothing and never waits; when all
 * places are taken it is one read of a number that changes no more. {@link #records} may be called
 * while persons move: it gives what is known by then.
 */
public final class FirstVisits {
  /** How many visits are kept. */
  public static final int MOST = 10_000;

  /** The place of a pool that is the only one. */
  public static final int ONLY_POOL = 0;

  private static final int NO_PLACE = -1;
  private static final long NEVER = -1;

  private final AtomicInteger taken = new AtomicInteger();
  private final int[] persons = new int[MOST];
  private final long[] visits = new long[MOST];
  private final int[] pools = new int[MOST];
  private final int[] rooms = new int[MOST];
  private final long[] intendedNanos = new long[MOST];
  private final long[] enteredNanos = new long[MOST];
  private final long[] leftNanos = new long[MOST];
  private final long[] refusals = new long[MOST];

  /** Written after the rest of its place and read before it, which makes that visible. */
  private final AtomicReferenceArray<@Nullable VisitOutcome> outcomes =
      new AtomicReferenceArray<>(MOST);

  /**
   * No visits so far. Links what persons call, so that none of them is pinned while that is done.
   */
  public FirstVisits() {
    outcomes.setRelease(0, VisitOutcome.CENSORED);
    outcomes.setRelease(0, null);
  }

  /** Whether no visit is kept any more. */
  public boolean full() {
    return taken.getOpaque() >= MOST;
  }

  /**
   * A visit gets its room of the pool in that place of the scenario; until {@link #leaves} it
   * counts as one that the end of the run cut short.
   *
   * @return its place, for {@link #leaves}; negative if it is not kept
   */
  public int enters(
      int person,
      long visit,
      int pool,
      int room,
      long visitIntendedNanos,
      long visitEnteredNanos,
      long visitRefusals) {
    int place = begin(person, visit, pool, visitIntendedNanos, visitRefusals);
    if (place != NO_PLACE) {
      rooms[place] = room;
      enteredNanos[place] = visitEnteredNanos;
      outcomes.setRelease(place, VisitOutcome.CENSORED);
    }
    return place;
  }

  /** The visit in that place leaves its room; nothing happens if the place is negative. */
  public void leaves(int place, long visitLeftNanos) {
    if (place >= 0) {
      leftNanos[place] = visitLeftNanos;
      outcomes.setRelease(place, VisitOutcome.COMPLETED);
    }
  }

  /** A visit gives up, at that time. */
  public void abandons(
      int person, long visit, int pool, long visitIntendedNanos, long atNanos, long visitRefusals) {
    int place = begin(person, visit, pool, visitIntendedNanos, visitRefusals);
    if (place != NO_PLACE) {
      leftNanos[place] = atNanos;
      outcomes.setRelease(place, VisitOutcome.ABANDONED);
    }
  }

  /** A person is turned away, which should have begun its visit at that time. */
  public void turnsAway(int person, long visitIntendedNanos) {
    int place = begin(person, 0, ONLY_POOL, visitIntendedNanos, 0);
    if (place != NO_PLACE) {
      outcomes.setRelease(place, VisitOutcome.TURNED_AWAY);
    }
  }

  /** The end of the run finds a visit that still waits. */
  public void leavesWaiting(
      int person, long visit, int pool, long visitIntendedNanos, long visitRefusals) {
    int place = begin(person, visit, pool, visitIntendedNanos, visitRefusals);
    if (place != NO_PLACE) {
      outcomes.setRelease(place, VisitOutcome.CENSORED);
    }
  }

  /** Takes a place for a visit that has not entered so far. */
  private int begin(int person, long visit, int pool, long visitIntendedNanos, long visitRefusals) {
    if (full()) {
      return NO_PLACE;
    }
    int place = taken.getAndIncrement();
    if (place >= MOST) {
      return NO_PLACE;
    }
    persons[place] = person;
    visits[place] = visit;
    pools[place] = pool;
    intendedNanos[place] = visitIntendedNanos;
    enteredNanos[place] = NEVER;
    refusals[place] = visitRefusals;
    return place;
  }

  /**
   * The visits in the order in which they entered, gave up or were turned away; then those that
   * never did.
   */
  public List<VisitRecord> records() {
    List<VisitRecord> records = new ArrayList<>();
    int places = Math.min(taken.get(), MOST);
    for (int place = 0; place < places; place++) {
      VisitOutcome outcome = outcomes.getAcquire(place);
      if (outcome != null) {
        records.add(record(place, outcome));
      }
    }
    records.sort(Comparator.comparingLong(VisitRecord::decidedNanos));
    return List.copyOf(records);
  }

  private VisitRecord record(int place, VisitOutcome outcome) {
    boolean entered = enteredNanos[place] != NEVER;
    boolean left = outcome == VisitOutcome.COMPLETED || outcome == VisitOutcome.ABANDONED;
    return new VisitRecord(
        persons[place],
        visits[place],
        pools[place],
        entered ? rooms[place] : null,
        new VisitTimes(
            intendedNanos[place],
            entered ? enteredNanos[place] : null,
            left ? leftNanos[place] : null),
        outcome,
        refusals[place]);
  }
}
