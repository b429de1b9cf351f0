package io.anteroom.run.engine;

import io.anteroom.measure.VisitRecorder;
import io.anteroom.modes.activity.CallFailedException;
import io.anteroom.modes.locking.Room;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.JourneyStep;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.PlannedStep;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * A person on a journey: the task of one virtual thread, which takes the steps of each of its
 * journeys and records them. It enters a pool by a call that returns when it has left the room, so
 * that monitors work. Confined to that thread, but for racy looks.
 */
final class Walker implements Entrant, Runnable {
  private static final long NOT_YET = -1;

  private final Stage stage;
  private final JourneyStage journey;
  private final int index;
  private final Draws draws;
  private final int personClass;

  /** By step; made when the person first comes there. */
  private final @Nullable PoolVisit[] visits;

  /** By step: how often it was taken in this journey, and how often chance decided on it. */
  private final int[] turns;

  private final int[] choices;

  private @Nullable Thread thread;

  /** Journeys begun so far, the present one included. */
  private int begun;

  private long intendedNanos;
  private long beganNanos = NOT_YET;

  /** When the latest step was over. */
  private long atNanos;

  /** What it has waited in this journey, in all pools. */
  private long waitedNanos;

  private long refusals;
  private boolean counts;
  private boolean gaveUp;

  /** The measured waits of all its journeys; {@link #NOT_YET} before it has any. */
  private long measuredWaitNanos = NOT_YET;

  /** Where it waits; null: it does not. */
  private @Nullable PoolVisit waits;

  /** The room that it entered last and has not left; null: it holds none. */
  private @Nullable PoolVisit innermost;

  /** It is on its way out, since the run is over. */
  private volatile boolean stopped;

  /** It has been counted as one that could not be freed, and is not counted again. */
  private volatile boolean leftBehind;

  /** Changes whenever it begins or ends to wait or to hold a room. */
  private int moves;

  Walker(Stage stage, JourneyStage journey, int index, long intendedNanos) {
    this.stage = stage;
    this.journey = journey;
    this.index = index;
    this.intendedNanos = intendedNanos;
    this.draws = stage.schedule.newDraws();
    this.personClass = journey.schedule.classOf(draws, index);
    int steps = journey.schedule.size();
    this.visits = new PoolVisit[steps];
    this.turns = new int[steps];
    this.choices = new int[steps];
  }

  @Override
  public void startOn(ThreadFactory threads) {
    Thread own = threads.newThread(this);
    thread = own;
    own.start();
  }

  @Override
  public @Nullable Thread thread() {
    return thread;
  }

  /** Whoever is on its way out has heard of it. */
  @Override
  public void interrupt() {
    Thread own = thread;
    if (own != null && !stopped) {
      own.interrupt();
    }
  }

  /** Whoever holds a room has to leave it, so that others come to theirs and go. */
  @Override
  public void interruptUnlessInLine() {
    if (waits == null || innermost != null) {
      interrupt();
    }
  }

  @Override
  public void run() {
    long cutWaitNanos = NOT_YET;
    try {
      try {
        while (beginsAnother()) {
          takes(journey.steps);
          isOver();
        }
      } catch (InterruptedException over) {
        cutWaitNanos = leftBehind ? NOT_YET : cut();
      }
    } catch (Throwable fault) {
      stage.fail(fault);
    }
    if (!leftBehind) {
      tell(cutWaitNanos);
    }
    stage.roster.leaves(index);
  }

  @Override
  public void isLeftBehind() {
    leftBehind = true;
    long untilNanos = stage.stopNanos();
    PoolVisit waiting = waits;
    if (waiting != null) {
      waiting.isCutWaiting(untilNanos);
    }
    for (PoolVisit visit = innermost; visit != null; visit = visit.outer()) {
      visit.isCutInside(untilNanos);
    }
    tell(begun > 0 && beganNanos >= intendedNanos ? cut() : NOT_YET);
  }

  /**
   * Tells what the person did in all.
   *
   * @param cutWaitNanos the measured wait of a journey that was cut short; else {@link #NOT_YET}
   */
  private void tell(long cutWaitNanos) {
    long waitNanos = measuredWaitNanos;
    if (cutWaitNanos != NOT_YET) {
      waitNanos = Math.max(waitNanos, 0) + cutWaitNanos;
    }
    if (waitNanos != NOT_YET) {
      stage.fairness.add(waitNanos);
    }
    stage.window.leaves(atNanos);
    stage.census.began(begun);
  }

  /** Begins the next journey, after a pause where that comes first; false if there is none. */
  private boolean beginsAnother() {
    boolean comes = stage.open ? begun == 0 || returns() : comesAgain(stage.scenario.demand());
    if (comes) {
      begin();
    }
    return comes;
  }

  /** A person of an open model who gave up comes again, if it has not done so too often. */
  private boolean returns() {
    int before = begun - 1;
    if (!gaveUp || before >= journey.mostReturns) {
      return false;
    }
    intendedNanos = atNanos + journey.schedule.pauseNanos(draws, index, before);
    if (intendedNanos >= Math.min(stage.arrivalsEndNanos, stage.stopNanos()) || !hasPaused()) {
      return false;
    }
    if (intendedNanos <= stage.window.endNanos() && stage.window.contains(intendedNanos)) {
      journey.returned.increment();
    }
    if (stage.isFull()) {
      stage.turnsAway(index, stage.window.contains(intendedNanos));
      return false;
    }
    return true;
  }

  private boolean comesAgain(Demand demand) {
    if (begun >= stage.visitsEach) {
      stage.window.finishes(atNanos);
      return false;
    }
    boolean first = begun == 0;
    if (!first) {
      intendedNanos = atNanos;
      beganNanos = intendedNanos;
    }
    boolean retries = gaveUp && journey.mostReturns > 0;
    boolean thinks =
        retries
            || (demand.think() != null && !(first && demand.arrivals() instanceof Arrivals.AtOnce));
    if (thinks) {
      intendedNanos +=
          retries
              ? journey.schedule.pauseNanos(draws, index, begun - 1L)
              : stage.schedule.thinkNanos(draws, index, begun);
    }
    if (intendedNanos >= Math.min(stage.arrivalsEndNanos, stage.stopNanos())) {
      return false;
    }
    stage.window.begins(begun, intendedNanos);
    return !thinks || hasPaused();
  }

  /** Pauses until the next journey; false if the run was over before. */
  private boolean hasPaused() {
    stage.census.thinks();
    try {
      stage.sleepUntil(intendedNanos);
    } catch (InterruptedException stopped) {
      // The run is over, and with it this thread.
      return false;
    } finally {
      stage.census.hasThought();
    }
    beganNanos = Math.max(stage.now(), intendedNanos);
    stage.recorder(index, intendedNanos).late(beganNanos - intendedNanos);
    return true;
  }

  private void begin() {
    boolean first = begun == 0;
    begun++;
    if (beganNanos == NOT_YET) {
      beganNanos = Math.max(stage.now(), intendedNanos);
    }
    atNanos = intendedNanos;
    waitedNanos = 0;
    refusals = 0;
    gaveUp = false;
    counts = first ? stage.measured(index, intendedNanos) : stage.window.contains(intendedNanos);
    if (!first) {
      Arrays.fill(turns, 0);
      Arrays.fill(choices, 0);
    }
  }

  /** Takes these steps, as long as it does not give up. */
  void takes(List<PlannedStep> steps) throws InterruptedException {
    for (int place = 0; place < steps.size() && !gaveUp; place++) {
      PlannedStep step = steps.get(place);
      if (!isTaken(step)) {
        continue;
      }
      if (step.step() instanceof JourneyStep.Hold) {
        holds(step);
      } else {
        for (int time = 0; time < step.times() && !gaveUp; time++) {
          enters(step);
        }
      }
    }
  }

  private boolean isTaken(PlannedStep step) {
    if (step.onlyClass() != PlannedStep.NONE && step.onlyClass() != personClass) {
      return false;
    }
    return step.certain()
        || journey.schedule.taken(draws, step.number(), index, number(), choices[step.number()]++);
  }

  private void enters(PlannedStep step) throws InterruptedException {
    int number = step.number();
    PoolVisit visit = visits[number];
    if (visit == null) {
      visit =
          new PoolVisit(
              this,
              stage,
              journey.pools.get(step.pool()),
              step,
              journey.recorders.get(personClass));
      visits[number] = visit;
    }
    int turn = turns[number]++;
    visit.begins(
        turn,
        atNanos,
        Math.max(atNanos, beganNanos),
        journey.schedule.patienceNanos(draws, number, personClass, index, number(), turn));
    waits = visit;
    moves++;
    boolean completed;
    try {
      completed = visit.pool.mode.visit(visit);
    } catch (InterruptedException over) {
      goes();
      if (waits == visit && !leftBehind) {
        long untilNanos = Math.min(stage.now(), stage.stopNanos());
        waitedNanos += Math.max(untilNanos - visit.arrivedNanos(), 0);
        waits = null;
        visit.isCutWaiting(untilNanos);
      }
      throw over;
    }
    if (!completed) {
      givesUp(visit);
    }
  }

  private void givesUp(PoolVisit visit) {
    long now = stage.now();
    waits = null;
    moves++;
    waitedNanos += now - visit.arrivedNanos();
    atNanos = now;
    gaveUp = true;
    visit.givesUp(now);
    if (stage.transcript != null) {
      stage.transcript.givesUp(index);
    }
  }

  /**
   * The person has a room.
   *
   * @return the visit to the room that it holds already; null: it holds none
   */
  @Nullable PoolVisit enters(PoolVisit visit, long waited, long now) {
    PoolVisit outer = innermost;
    waits = null;
    innermost = visit;
    moves++;
    waitedNanos += waited;
    atNanos = now;
    return outer;
  }

  /**
   * The person leaves the room that it entered last.
   *
   * @param over whether it has done there what it came for, or has given up
   */
  void leaves(@Nullable PoolVisit outer, long now, boolean over) {
    if (!over) {
      goes();
    }
    innermost = outer;
    moves++;
    atNanos = now;
  }

  /**
   * The run is over, and with it the journey. What interrupts it from now on has nothing new to
   * say: a pool that it gives its room back to would only spin where it means to park.
   */
  void goes() {
    stopped = true;
    boolean unused = Thread.interrupted();
  }

  /** An attempt has found no free room. */
  void refused() {
    refusals++;
    if (stage.transcript != null) {
      stage.transcript.refused(index);
    }
  }

  private void holds(PlannedStep step) throws InterruptedException {
    int number = step.number();
    long nanos = journey.schedule.holdNanos(draws, number, index, number(), turns[number]++);
    PoolVisit visit = innermost;
    Room room = visit == null ? null : visit.room();
    if (visit == null || room == null) {
      stage.sleepUntil(Math.max(atNanos, beganNanos) + nanos);
    } else {
      perform(visit.pool, room, nanos);
    }
    atNanos = stage.now();
  }

  private void perform(PoolStage pool, Room room, long nanos) throws InterruptedException {
    room.expect(stage.now() + nanos);
    try {
      pool.activity.perform(room, nanos);
    } catch (CallFailedException failure) {
      if (counts) {
        stage.failedCalls.add(failure.kind());
      }
    } catch (IOException fault) {
      stage.fail(fault);
      throw new InterruptedException("the activity failed");
    } finally {
      room.expect(Long.MAX_VALUE);
    }
  }

  private void isOver() {
    long now = atNanos;
    PartRecorder own = journey.recorders.get(personClass);
    own.spent(0, stage.window.overlapNanos(intendedNanos, now));
    journey.ends();
    journey.wasPresent(now - Math.min(beganNanos, now));
    if (stage.window.endsIn(now)) {
      own.endsWithin(!gaveUp);
      stage.totals.add(gaveUp ? 0 : 1, gaveUp ? 1 : 0, 0);
    }
    if (gaveUp) {
      stage.census.abandons();
    }
    VisitRecorder recorder = counts ? stage.measured : stage.unmeasured;
    if (counts) {
      measuredWaitNanos = Math.max(measuredWaitNanos, 0) + waitedNanos;
      record(own, now);
    } else {
      noteIfLate();
    }
    recorder.refused(refusals);
    if (gaveUp) {
      recorder.abandoned(waitedNanos);
    } else {
      long lateNanos = Math.min(beganNanos - intendedNanos, waitedNanos);
      recorder.completed(waitedNanos, waitedNanos - lateNanos, now - intendedNanos - waitedNanos);
    }
  }

  private void record(PartRecorder own, long now) {
    long waited = stage.range.within(waitedNanos);
    own.refused(refusals);
    if (gaveUp) {
      own.abandons(waited);
    } else {
      long others = stage.range.within(now - intendedNanos - waitedNanos);
      own.completes(waited, others, stage.range.within(waited + others));
    }
  }

  /** Counts a journey that began after the measured part of the run. */
  private void noteIfLate() {
    if (intendedNanos > stage.window.endNanos()) {
      stage.census.beginsAfterWindow();
    }
  }

  /**
   * Counts a journey that the end of the run cuts short.
   *
   * @return how long it had waited if it is measured, else {@link #NOT_YET}
   */
  private long cut() {
    PartRecorder own = journey.recorders.get(personClass);
    long untilNanos = Math.max(Math.min(stage.now(), stage.stopNanos()), intendedNanos);
    own.spent(0, stage.window.overlapNanos(intendedNanos, untilNanos));
    journey.wasPresent(Math.max(untilNanos - beganNanos, 0));
    if (counts) {
      own.isCut(stage.range.within(waitedNanos));
      own.refused(refusals);
    } else {
      noteIfLate();
    }
    (counts ? stage.measured : stage.unmeasured).refused(refusals);
    stage.census.cuts(waitedNanos, 0, counts);
    return counts ? waitedNanos : NOT_YET;
  }

  @Override
  public int person() {
    return index;
  }

  int personClass() {
    return personClass;
  }

  int priority() {
    return journey.journey.classes().isEmpty()
        ? 1
        : journey.journey.classes().get(personClass).priority();
  }

  /** Which of its journeys this is, from 0. */
  long number() {
    return begun - 1L;
  }

  /** How many steps a journey has. */
  int stepCount() {
    return turns.length;
  }

  Draws draws() {
    return draws;
  }

  /** Whether it has been counted as one that could not be freed. */
  boolean wasLeftBehind() {
    return leftBehind;
  }

  /** Whether the present journey is measured. */
  boolean counts() {
    return counts;
  }

  @Override
  public @Nullable Room waitsFor() {
    PoolVisit waiting = waits;
    return waiting == null ? null : waiting.awaitedRoom();
  }

  @Override
  public long refusals() {
    return refusals;
  }

  /** Where it waits; a racy look. */
  @Nullable PoolVisit waits() {
    return waits;
  }

  /** The room that it entered last; a racy look. */
  @Nullable PoolVisit innermost() {
    return innermost;
  }

  /** Equal in two looks: it has neither begun nor ended to wait or to hold a room between them. */
  int moves() {
    return moves;
  }
}
