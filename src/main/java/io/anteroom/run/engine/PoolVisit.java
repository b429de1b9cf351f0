package io.anteroom.run.engine;

import io.anteroom.measure.DurationRange;
import io.anteroom.measure.flight.AbandonmentEvent;
import io.anteroom.measure.flight.VisitEvent;
import io.anteroom.measure.flight.WaitEvent;
import io.anteroom.modes.activity.CallFailedException;
import io.anteroom.modes.locking.Room;
import io.anteroom.modes.locking.Visit;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.PlannedStep;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person's visits to a pool at one step of its journey, one after the other. Confined to the
 * person's thread, but for racy looks.
 */
final class PoolVisit implements Visit, EventVisit {
  private static final int TURN_BITS = 16;

  final PoolStage pool;
  private final Walker walker;
  private final Stage stage;
  private final PlannedStep step;
  private final PartRecorder recorder;

  /** What the person remembers of these visits. */
  private final PartNotes notes = new PartNotes();

  /** What it remembers of its journeys. */
  private final WalkerTally tally;

  private final boolean shared;

  /** Null: nothing is recorded. */
  private final @Nullable VisitEvents events;

  /** Of the wait that goes on, whichever way it ends; null: nobody wants them. */
  private @Nullable WaitEvent waitEvent;

  private @Nullable AbandonmentEvent abandonmentEvent;

  private long turn;
  private long arrivedNanos;
  private long beganNanos;
  private long patienceNanos;
  private long refusals;
  private long enteredNanos;

  /** Of this visit among the first ones; negative: it is not kept. */
  private int place;

  private @Nullable Room waitsFor;
  private @Nullable Room room;

  /**
   * The step by which the person has the room that it held already when it entered; {@link
   * Walker#NOWHERE}: it held none.
   */
  private int outer = Walker.NOWHERE;

  PoolVisit(Walker walker, Stage stage, PoolStage pool, PlannedStep step, WalkerTally tally) {
    this.walker = walker;
    this.stage = stage;
    this.pool = pool;
    this.step = step;
    this.tally = tally;
    this.recorder = pool.recorders.get(walker.personClass());
    this.shared = pool.pool.locking().readers() > 0;
    this.events = stage.flight == null ? null : stage.flight.visitsTo(pool.place);
  }

  /**
   * The person comes to the pool.
   *
   * @param turnNow how often it came there at this step in this journey before
   * @param arrived when it should have come
   * @param began when it really came
   * @param patience how long it waits; Long.MAX_VALUE: for ever
   */
  void begins(int turnNow, long arrived, long began, long patience) {
    turn = turnNow;
    arrivedNanos = arrived;
    beganNanos = began;
    patienceNanos = patience;
    refusals = 0;
    pool.comes(person());
    if (events != null) {
      waitEvent = events.waitBegins();
      abandonmentEvent = events.abandonmentBegins();
    }
  }

  /** It has given up, at that time. */
  void givesUp(long atNanos) {
    AbandonmentEvent event = abandonmentEvent;
    if (events != null && event != null) {
      events.abandons(event, this);
      abandonmentEvent = null;
    }
    waitsFor = null;
    long waited = atNanos - arrivedNanos;
    waitsNoMore(atNanos);
    stage.firstVisits.abandons(
        person(), walker.number(), pool.place, arrivedNanos, atNanos, refusals);
    waitedUntil(atNanos);
    if (stage.window.endsIn(atNanos)) {
      notes.endsWithin(false);
    }
    if (tally.counts) {
      long told = stage.range.within(waited);
      recorder.abandons(person(), told);
      notes.abandons(told, refusals);
    }
  }

  /** The end of the run cuts its wait short. */
  void isCutWaiting(long untilNanos) {
    long until = Math.max(untilNanos, arrivedNanos);
    waitsNoMore(untilNanos);
    stage.firstVisits.leavesWaiting(person(), walker.number(), pool.place, arrivedNanos, refusals);
    waitedUntil(until);
    cut(until - arrivedNanos);
  }

  /** The end of the run cuts its hold short. */
  void isCutInside(long untilNanos) {
    spent(Math.max(untilNanos, enteredNanos));
    cut(enteredNanos - arrivedNanos);
  }

  private void cut(long waited) {
    if (tally.counts) {
      notes.isCut(stage.range.within(waited), refusals);
    }
  }

  private void waitsNoMore(long nanos) {
    pool.hasWaited(person());
    notes.allWaitNanos += Math.max(nanos - beganNanos, 0);
  }

  private void waitedUntil(long nanos) {
    long within = stage.window.overlapNanos(arrivedNanos, nanos);
    notes.waitingNanos += within;
    tally.notes.waitingNanos += within;
  }

  private void spent(long leftNanos) {
    waitedUntil(enteredNanos);
    notes.insideNanos += stage.window.overlapNanos(enteredNanos, leftNanos);
  }

  @Override
  public void stay(Room entered) throws InterruptedException {
    if (stage.stopping()) {
      walker.goes();
      throw new RunOverException();
    }
    boolean reads = reads();
    waitsFor = null;
    enteredNanos = stage.now();
    waitsNoMore(enteredNanos);
    outer = walker.enters(step.number(), enteredNanos - arrivedNanos, enteredNanos);
    room = entered;
    entered.expectGuest(person());
    if (entered.enter(reads, Long.MAX_VALUE)) {
      pool.violates();
      stage.census.violates();
    }
    place =
        stage.firstVisits.enters(
            person(),
            walker.number(),
            pool.place,
            entered.index(),
            arrivedNanos,
            enteredNanos,
            refusals);
    VisitEvent visitEvent = events == null ? null : entered(events, entered);
    if (stage.transcript != null) {
      stage.transcript.occupies(person(), entered.index(), pool.pool.name());
    }
    boolean over = false;
    try {
      walker.takes(step.inside());
      over = true;
    } finally {
      leaves(entered, reads, over);
      if (visitEvent != null && events != null) {
        events.holdEnds(visitEvent, this, entered);
      }
    }
  }

  private @Nullable VisitEvent entered(VisitEvents told, Room entered) {
    WaitEvent event = waitEvent;
    if (event != null) {
      told.waitEnds(event, this, entered);
      waitEvent = null;
    }
    abandonmentEvent = null;
    return told.holdBegins();
  }

  private void leaves(Room left, boolean reads, boolean over) {
    if (stage.transcript != null) {
      stage.transcript.vacates(person(), left.index(), pool.pool.name());
    }
    long leftNanos = stage.now();
    long untilNanos = Math.min(leftNanos, stage.stopNanos());
    notes.allInsideNanos += Math.max(untilNanos - enteredNanos, 0);
    left.leave(reads);
    room = null;
    walker.leaves(outer, leftNanos, over);
    outer = Walker.NOWHERE;
    if (over) {
      completes(leftNanos);
    } else if (!walker.wasLeftBehind()) {
      isCutInside(untilNanos);
    }
  }

  private void completes(long leftNanos) {
    stage.firstVisits.leaves(place, leftNanos);
    spent(leftNanos);
    if (stage.window.endsIn(leftNanos)) {
      notes.endsWithin(true);
    }
    if (tally.counts) {
      DurationRange range = stage.range;
      long waited = range.within(enteredNanos - arrivedNanos);
      long held = range.within(leftNanos - enteredNanos);
      recorder.completes(tally.sheet, waited, held, range.within(waited + held));
      notes.completes(waited, refusals);
    }
  }

  /** The person leaves for good, and tells of all these visits. */
  void tell() {
    recorder.add(notes);
  }

  /** The person, who is in the room of this visit, does there what persons do, for so long. */
  void holds(long nanos) throws InterruptedException {
    Room own = Objects.requireNonNull(room);
    own.expect(walker.atNanos() + nanos);
    try {
      pool.activity.perform(own, nanos);
    } catch (CallFailedException failure) {
      if (tally.counts) {
        stage.failedCalls.add(failure.kind());
      }
    } catch (IOException fault) {
      stage.fail(fault);
      throw new InterruptedException("the activity failed");
    } finally {
      own.expect(Long.MAX_VALUE);
    }
  }

  /** The visit to the room that the person held already when it entered; null: it held none. */
  @Nullable PoolVisit outer() {
    return walker.visit(outer);
  }

  @Override
  public @Nullable Room waitsFor() {
    return waitsFor;
  }

  @Override
  public long visitNumber() {
    return walker.number();
  }

  @Override
  public long refusals() {
    return refusals;
  }

  @Override
  public long latenessNanos() {
    return beganNanos - arrivedNanos;
  }

  long arrivedNanos() {
    return arrivedNanos;
  }

  boolean forEver() {
    return patienceNanos == FOR_EVER;
  }

  @Override
  public int person() {
    return walker.person();
  }

  /** A number of its own for each visit of the person to any pool. */
  @Override
  public long number() {
    return ((walker.number() * walker.stepCount() + step.number()) << TURN_BITS) + turn;
  }

  @Override
  public int priority() {
    return walker.priority();
  }

  @Override
  public Draws draws() {
    return walker.draws();
  }

  @Override
  public boolean reads() {
    return shared && pool.premises.schedule().reads(draws(), person(), number());
  }

  @Override
  public long patienceLeftNanos() {
    return patienceNanos == FOR_EVER ? FOR_EVER : arrivedNanos + patienceNanos - stage.now();
  }

  @Override
  public void waitsFor(Room awaited) {
    waitsFor = awaited;
  }

  @Override
  public void refused() {
    refusals++;
    walker.refused();
  }
}
