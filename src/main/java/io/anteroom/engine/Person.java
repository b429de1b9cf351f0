package io.anteroom.engine;

import io.anteroom.jfr.VisitEvent;
import io.anteroom.jfr.WaitEvent;
import io.anteroom.locking.Room;
import io.anteroom.locking.Visit;
import io.anteroom.measure.VisitRecorder;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.schedule.Draws;
import java.io.IOException;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * One person: the task of one virtual thread, which makes its visits and records them. Confined to
 * that thread, but for {@link #waitsFor}, at which the watchdog takes a racy look when nothing
 * moves. There may be millions, so every field counts.
 */
final class Person implements Runnable, Visit {
  private static final long NOT_YET = -1;

  private final Stage stage;
  private final Roster roster;
  private final int index;

  private int number;
  private int begun;

  /** Where the visit that is in its room is kept, among the first ones. */
  private int place;

  private boolean reads;
  private @Nullable Room waitsFor;
  private @Nullable Draws draws;
  private @Nullable Thread thread;

  /** When the present visit is intended to begin; for a person of an open model, set at birth. */
  private long intendedNanos;

  /**
   * When the person really began to wait: as intended where it came back at once, else when its
   * thread got to it; until then {@link #NOT_YET}. Never before it was intended.
   */
  private long beganNanos = NOT_YET;

  private @Nullable WaitEvent waitEvent;
  private long giveUpNanos;
  private long enteredNanos;
  private long leftNanos;
  private long refusals;
  private long totalWaitNanos;

  Person(Stage stage, Roster roster, int index, long intendedNanos) {
    this.stage = stage;
    this.roster = roster;
    this.index = index;
    this.intendedNanos = intendedNanos;
  }

  /** Starts the person's thread; called once, by the thread that lets it in. */
  void startOn(ThreadFactory threads) {
    Thread own = threads.newThread(this);
    thread = own;
    own.start();
  }

  /** Interrupts the person, if it has started. */
  void interrupt() {
    Thread own = thread;
    if (own != null) {
      own.interrupt();
    }
  }

  /** The person's thread, once it has one; for others to look at, racily. */
  @Nullable Thread thread() {
    return thread;
  }

  @Override
  public void run() {
    try {
      if (stage.scenario.demand().arrivals().open()) {
        visitOnce();
      } else {
        visitAgainAndAgain(stage.scenario.demand());
      }
    } catch (InterruptedException stopped) {
      // The run is over; what was cut short has been counted.
    } catch (Throwable fault) {
      stage.fail(fault);
    } finally {
      stage.fairness.add(totalWaitNanos);
      stage.census.began(begun);
      roster.leaves(index);
    }
  }

  private void visitAgainAndAgain(Demand demand) throws InterruptedException {
    long visits = demand.visits() == null ? Long.MAX_VALUE : demand.visits();
    long endNanos = demand.duration() == null ? Long.MAX_VALUE : demand.duration().toNanos();
    boolean thinksFirst = demand.arrivals() instanceof Arrivals.Closed;
    for (; number < visits; number++) {
      boolean thinks = demand.think() != null && (thinksFirst || number > 0);
      if (thinks) {
        intendedNanos += stage.schedule.thinkNanos(draws(), index, number);
      }
      if (intendedNanos >= Math.min(endNanos, stage.stopNanos())) {
        return;
      }
      if (thinks) {
        think();
      }
      visitOnce();
      intendedNanos = leftNanos;
      beganNanos = leftNanos;
    }
  }

  private void think() throws InterruptedException {
    stage.census.thinks();
    try {
      stage.sleepUntil(intendedNanos);
    } finally {
      stage.census.hasThought();
    }
    beganNanos = Math.max(stage.now(), intendedNanos);
    stage.recorder(index, number, intendedNanos).late(beganNanos - intendedNanos);
  }

  private void begin(VisitRecorder recorder) {
    begun++;
    enteredNanos = NOT_YET;
    refusals = 0;
    giveUpNanos =
        stage.scenario.stay().patience() == null
            ? FOR_EVER
            : intendedNanos + stage.schedule.patienceNanos(draws(), index, number);
    reads = stage.scenario.locking().readers() > 0 && stage.schedule.reads(draws(), index, number);
    recorder.begins(intendedNanos);
  }

  private void visitOnce() throws InterruptedException {
    VisitRecorder recorder = stage.recorder(index, number, intendedNanos);
    begin(recorder);
    if (beganNanos == NOT_YET) {
      beganNanos = Math.max(stage.now(), intendedNanos);
    }
    if (stage.flight != null) {
      waitEvent = stage.flight.waitBegins();
    }
    try {
      if (stage.mode.visit(this)) {
        completed(recorder);
      } else {
        gaveUp(recorder);
      }
    } catch (InterruptedException stopped) {
      cut();
      throw stopped;
    } finally {
      recorder.refused(refusals);
    }
  }

  private void completed(VisitRecorder recorder) {
    long waitNanos = enteredNanos - intendedNanos;
    totalWaitNanos += waitNanos;
    recorder.completed(waitNanos, enteredNanos - beganNanos, leftNanos - enteredNanos);
    stage.firstVisits.leaves(place, leftNanos);
  }

  private void gaveUp(VisitRecorder recorder) {
    leftNanos = stage.now();
    waitsFor = null;
    totalWaitNanos += leftNanos - intendedNanos;
    stage.census.abandons();
    if (stage.flight != null) {
      stage.flight.abandons(this, leftNanos - intendedNanos);
    }
    recorder.abandoned(leftNanos - intendedNanos);
    stage.firstVisits.abandons(index, number, intendedNanos, leftNanos, refusals);
    if (stage.transcript != null) {
      stage.transcript.givesUp(index);
    }
  }

  private void cut() {
    long endNanos = Math.min(stage.now(), stage.stopNanos());
    if (enteredNanos == NOT_YET) {
      stage.census.cutWhileWaiting(Math.max(endNanos - intendedNanos, 0));
      stage.firstVisits.leavesWaiting(index, number, intendedNanos, refusals);
    } else {
      long holdNanos = Math.min(leftNanos, endNanos) - enteredNanos;
      stage.census.cutInRoom(enteredNanos - intendedNanos, Math.max(holdNanos, 0));
    }
  }

  @Override
  public void stay(Room room) throws InterruptedException {
    if (stage.stopping()) {
      throw new InterruptedException("the run is over");
    }
    waitsFor = null;
    long holdNanos = stage.schedule.holdNanos(draws(), index, number);
    enteredNanos = stage.now();
    if (room.enter(reads, enteredNanos + holdNanos)) {
      stage.census.violates();
    }
    place =
        stage.firstVisits.enters(
            index, number, room.index(), intendedNanos, enteredNanos, refusals);
    VisitEvent visitEvent = stage.flight == null ? null : entered(stage.flight, room);
    if (stage.transcript != null) {
      stage.transcript.occupies(index, room.index());
    }
    try {
      stage.activity.perform(holdNanos);
    } catch (IOException fault) {
      stage.fail(fault);
      throw new InterruptedException("the activity failed");
    } finally {
      if (stage.transcript != null) {
        stage.transcript.vacates(index, room.index());
      }
      leftNanos = stage.now();
      room.leave(reads);
      if (visitEvent != null && stage.flight != null) {
        stage.flight.holdEnds(visitEvent, this, room.index());
      }
    }
  }

  private @Nullable VisitEvent entered(Flight flight, Room room) {
    WaitEvent event = waitEvent;
    if (event != null) {
      waitEvent = null;
      flight.waitEnds(event, this, room.index(), beganNanos - intendedNanos);
    }
    return flight.holdBegins();
  }

  @Override
  public int person() {
    return index;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public Draws draws() {
    Draws own = draws;
    if (own == null) {
      own = stage.schedule.newDraws();
      draws = own;
    }
    return own;
  }

  @Override
  public boolean reads() {
    return reads;
  }

  @Override
  public long patienceLeftNanos() {
    return giveUpNanos == FOR_EVER ? FOR_EVER : giveUpNanos - stage.now();
  }

  @Override
  public void waitsFor(Room room) {
    waitsFor = room;
  }

  @Override
  public void refused() {
    refusals++;
    if (stage.transcript != null) {
      stage.transcript.refused(index);
    }
  }

  /** The one room that this person waits for, or null; meaningful only while nothing moves. */
  @Nullable Room waitsFor() {
    return waitsFor;
  }

  /** Attempts in vain in the present visit; a racy look, for the watchdog. */
  long refusals() {
    return refusals;
  }
}
