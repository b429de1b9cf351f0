package io.anteroom.run.engine;

import io.anteroom.measure.FirstVisits;
import io.anteroom.measure.VisitRecorder;
import io.anteroom.measure.flight.AbandonmentEvent;
import io.anteroom.measure.flight.VisitEvent;
import io.anteroom.measure.flight.WaitEvent;
import io.anteroom.modes.activity.CallFailedException;
import io.anteroom.modes.locking.Room;
import io.anteroom.modes.locking.Visit;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.schedule.Draws;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One person: the task of one virtual thread, which makes its visits and records them. Confined to
 * that thread, but for the racy looks that others take where a method says so. There may be
 * millions, so every field counts.
 */
final class Person extends Entrant implements Visit, EventVisit {
  private static final long NOT_YET = Stage.NOT_YET;

  private final Stage stage;
  private final int index;

  /** Visits begun so far, the present one included. */
  private int begun;

  private @Nullable Room waitsFor;
  private @Nullable Notes notes;

  /** When the present visit is intended to begin; for a person of an open model, set at birth. */
  private long intendedNanos;

  /**
   * When the person really began to wait: as intended where it came back at once, else when its
   * thread got to it; until then {@link #NOT_YET}. Never before it was intended.
   */
  private long beganNanos = NOT_YET;

  /**
   * What a person remembers once something has happened to it (a room, a refusal, a draw). Most of
   * a mass only come and wait, and have none.
   */
  private static final class Notes {
    final Draws draws;
    @Nullable WaitEvent waitEvent;
    @Nullable AbandonmentEvent abandonmentEvent;
    long enteredNanos = NOT_YET;
    long leftNanos;
    long refusals;

    /** Its measured waits, added up; {@link #NOT_YET} before it has any. */
    long measuredWaitNanos = NOT_YET;

    /** What it did in the measured part of the run, in whichever visits. */
    long occupiedNanos;

    int completed;
    int abandoned;

    /** Where it has recorded its latest visit; see {@link VisitRecorder#completed}. */
    int sheet;

    Notes(Draws draws, int sheet) {
      this.draws = draws;
      this.sheet = sheet;
    }
  }

  Person(Stage stage, int index, long intendedNanos) {
    this.stage = stage;
    this.index = index;
    this.intendedNanos = intendedNanos;
  }

  @Override
  void interruptUnlessInLine() {
    if (begun == 0 || inRoom()) {
      interrupt();
    }
  }

  private boolean inRoom() {
    Notes own = notes;
    return own != null && own.enteredNanos != NOT_YET;
  }

  /**
   * Makes the visits. A waiting person keeps its stack, so there is little between this method and
   * the lock, and nothing that has to be remembered meanwhile.
   */
  @Override
  public void run() {
    long cutWaitNanos = NOT_YET;
    try {
      try {
        while (beginsAnother()) {
          ended(stage.mode.visit(this));
        }
      } catch (InterruptedException stopped) {
        cutWaitNanos = cut();
      }
    } catch (Throwable fault) {
      stage.fail(fault);
    }
    tell(cutWaitNanos);
    stage.roster.leaves(index);
  }

  @Override
  void isLeftBehind() {
    boolean visits = begun > 0 && beganNanos >= intendedNanos;
    tell(visits ? cut() : NOT_YET);
  }

  /**
   * Tells what the person did in all.
   *
   * @param cutWaitNanos the measured wait of a visit that was cut short; else {@link #NOT_YET}
   */
  private void tell(long cutWaitNanos) {
    Notes own = notes;
    long waitNanos = own == null ? NOT_YET : own.measuredWaitNanos;
    if (cutWaitNanos != NOT_YET) {
      waitNanos = Math.max(waitNanos, 0) + cutWaitNanos;
    }
    if (waitNanos != NOT_YET) {
      stage.fairness.add(waitNanos);
    }
    if (own != null) {
      stage.window.leaves(own.leftNanos);
      stage.totals.add(own.completed, own.abandoned, own.occupiedNanos);
    }
    stage.census.began(begun);
  }

  /** Begins the next visit, after thinking where that comes first; false if there is none. */
  private boolean beginsAnother() {
    if (stage.open ? begun > 0 : !comesAgain(stage.scenario.demand())) {
      return false;
    }
    begin();
    return true;
  }

  private boolean comesAgain(Demand demand) {
    if (begun >= stage.visitsEach) {
      stage.window.finishes(notes().leftNanos);
      return false;
    }
    boolean first = begun == 0;
    if (!first) {
      intendedNanos = notes().leftNanos;
      beganNanos = intendedNanos;
    }
    boolean thinks =
        demand.think() != null && !(first && demand.arrivals() instanceof Arrivals.AtOnce);
    if (thinks) {
      intendedNanos += stage.schedule.thinkNanos(draws(), index, begun);
    }
    if (intendedNanos >= Math.min(stage.arrivalsEndNanos, stage.stopNanos())) {
      return false;
    }
    stage.window.begins(begun, intendedNanos);
    return !thinks || hasThought();
  }

  /** Thinks until the next visit; false if the run was over before. */
  private boolean hasThought() {
    long began = stage.pauses(index, intendedNanos);
    if (began == NOT_YET) {
      return false;
    }
    beganNanos = began;
    return true;
  }

  private void begin() {
    begun++;
    Notes own = notes;
    if (own != null) {
      own.enteredNanos = NOT_YET;
      own.refusals = 0;
    }
    if (beganNanos == NOT_YET) {
      beganNanos = Math.max(stage.now(), intendedNanos);
    }
    if (stage.events != null) {
      waitBegins(stage.events);
    }
  }

  /** Nobody knows yet how the wait ends, so the events of both endings begin here. */
  private void waitBegins(VisitEvents events) {
    WaitEvent waitEvent = events.waitBegins();
    AbandonmentEvent abandonmentEvent = events.abandonmentBegins();
    if (waitEvent != null || abandonmentEvent != null) {
      Notes own = notes();
      own.waitEvent = waitEvent;
      own.abandonmentEvent = abandonmentEvent;
    }
  }

  private Notes notes() {
    Notes own = notes;
    if (own == null) {
      own = new Notes(stage.schedule.newDraws(), index);
      notes = own;
    }
    return own;
  }

  private void ended(boolean completed) {
    if (completed) {
      completed();
    } else {
      gaveUp();
    }
  }

  private void completed() {
    Notes own = notes();
    long enteredNanos = own.enteredNanos;
    long waitNanos = enteredNanos - intendedNanos;
    own.occupiedNanos += stage.window.overlapNanos(enteredNanos, own.leftNanos);
    own.completed += stage.window.endsIn(own.leftNanos) ? 1 : 0;
    if (own.leftNanos > stage.stopNanos()) {
      stage.census.holdsAfterStop(own.leftNanos - stage.stopNanos());
    }
    VisitRecorder recorder = recorder(own, waitNanos);
    own.sheet =
        recorder.completed(
            own.sheet, waitNanos, enteredNanos - beganNanos, own.leftNanos - enteredNanos);
    recorder.refused(own.refusals);
  }

  private void gaveUp() {
    Notes own = notes();
    own.leftNanos = stage.now();
    own.abandoned += stage.window.endsIn(own.leftNanos) ? 1 : 0;
    VisitRecorder recorder = recorder(own, own.leftNanos - intendedNanos);
    stage.abandonments.abandons(this, recorder, own.leftNanos);
    waitsFor = null;
  }

  /** The recorder of a visit that is over, whose wait is added up if it is measured. */
  private VisitRecorder recorder(Notes own, long waitNanos) {
    if (stage.measured(index, intendedNanos)) {
      own.measuredWaitNanos = Math.max(own.measuredWaitNanos, 0) + waitNanos;
      return stage.measured;
    }
    stage.noteIfLate(intendedNanos);
    return stage.unmeasured;
  }

  /**
   * Counts a visit that the end of the run cuts short.
   *
   * @return how long it had waited if it is measured, else {@link #NOT_YET}
   */
  private long cut() {
    boolean measured = stage.measured(index, intendedNanos);
    if (!measured) {
      stage.noteIfLate(intendedNanos);
    }
    (measured ? stage.measured : stage.unmeasured).refused(refusals());
    long endNanos = Math.min(stage.now(), stage.stopNanos());
    long waitNanos = Math.max(endNanos - intendedNanos, 0);
    long holdNanos = 0;
    if (inRoom()) {
      Notes own = notes();
      long leftNanos = own.leftNanos < own.enteredNanos ? endNanos : own.leftNanos;
      waitNanos = own.enteredNanos - intendedNanos;
      holdNanos = Math.max(Math.min(leftNanos, endNanos) - own.enteredNanos, 0);
      own.occupiedNanos +=
          stage.window.overlapNanos(own.enteredNanos, own.enteredNanos + holdNanos);
    } else {
      stage.firstVisits.leavesWaiting(
          index, number(), FirstVisits.ONLY_POOL, intendedNanos, refusals());
    }
    stage.census.cuts(waitNanos, holdNanos, measured);
    return measured ? waitNanos : NOT_YET;
  }

  @Override
  public void stay(Room room) throws InterruptedException {
    if (stage.stopping()) {
      throw new RunOverException();
    }
    waitsFor = null;
    boolean reads = reads();
    Notes own = notes();
    long drawnNanos = stage.schedule.holdNanos(own.draws, index, number());
    own.enteredNanos = stage.now();
    long holdNanos = stage.schedule.lastingNanos(own.enteredNanos, drawnNanos);
    if (room.enter(reads, own.enteredNanos + holdNanos)) {
      stage.census.violates();
    }
    int place =
        stage.firstVisits.enters(
            index,
            number(),
            FirstVisits.ONLY_POOL,
            room.index(),
            intendedNanos,
            own.enteredNanos,
            own.refusals);
    VisitEvent visitEvent = stage.events == null ? null : entered(stage.events, room, own);
    if (stage.transcript != null) {
      stage.transcript.occupies(index, room.index());
    }
    try {
      stage.activity.perform(room, holdNanos);
    } catch (CallFailedException failure) {
      if (stage.measured(index, intendedNanos)) {
        stage.failedCalls.add(failure.kind());
      }
    } catch (IOException fault) {
      stage.fail(fault);
      throw new InterruptedException("the activity failed");
    } finally {
      if (stage.transcript != null) {
        stage.transcript.vacates(index, room.index());
      }
      own.leftNanos = stage.now();
      room.leave(reads);
      if (visitEvent != null && stage.events != null) {
        stage.events.holdEnds(visitEvent, this, room);
      }
    }
    stage.firstVisits.leaves(place, own.leftNanos);
  }

  /** The event of a wait that has ended without a room; null: nobody wants it. */
  @Nullable AbandonmentEvent takeAbandonmentEvent() {
    Notes own = notes();
    AbandonmentEvent event = own.abandonmentEvent;
    own.waitEvent = null;
    own.abandonmentEvent = null;
    return event;
  }

  private @Nullable VisitEvent entered(VisitEvents events, Room room, Notes own) {
    WaitEvent event = own.waitEvent;
    own.waitEvent = null;
    own.abandonmentEvent = null;
    if (event != null) {
      events.waitEnds(event, this, room);
    }
    return events.holdBegins();
  }

  @Override
  public int person() {
    return index;
  }

  /** When the present visit was intended to begin. */
  long intendedNanos() {
    return intendedNanos;
  }

  @Override
  public long latenessNanos() {
    return beganNanos - intendedNanos;
  }

  @Override
  public long number() {
    return begun - 1L;
  }

  @Override
  public long visitNumber() {
    return number();
  }

  @Override
  public Draws draws() {
    return notes().draws;
  }

  @Override
  public boolean reads() {
    return stage.scenario.locking().readers() > 0 && stage.schedule.reads(draws(), index, number());
  }

  @Override
  public long patienceLeftNanos() {
    return stage.scenario.stay().patience() == null
        ? FOR_EVER
        : intendedNanos + stage.schedule.patienceNanos(draws(), index, number()) - stage.now();
  }

  @Override
  public void waitsFor(Room room) {
    waitsFor = room;
  }

  @Override
  public void refused() {
    notes().refusals++;
    if (stage.transcript != null) {
      stage.transcript.refused(index);
    }
  }

  @Override
  public @Nullable Room waitsFor() {
    return waitsFor;
  }

  @Override
  public long refusals() {
    Notes own = notes;
    return own == null ? 0 : own.refusals;
  }
}
