package io.anteroom.run.engine;

import io.anteroom.modes.locking.Room;
import io.anteroom.scenario.JourneyStep;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.PlannedStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person on a journey: the task of one virtual thread, which takes the steps of each of its
 * journeys and records them. It enters a pool by a call that returns when it has left the room, so
 * that monitors work. Confined to that thread, but for racy looks.
 */
final class Walker extends Entrant {
  /**
   * No step. A person keeps numbers of steps, not references to visits: for each reference that is
   * written the collector makes a note, in memory that all carriers write to.
   */
  static final int NOWHERE = -1;

  private final Stage stage;
  private final JourneyStage journey;
  private final int index;
  private final Draws draws;
  private final int personClass;
  private final WalkerTally tally;

  /** By step; made when the person first comes there. */
  private final @Nullable PoolVisit[] visits;

  private final StepTurns turns;

  /** When the latest step was over, unless {@link #clockIsOld}. */
  private long atNanos;

  /** The latest step is over now, and the clock has not been read since. */
  private boolean clockIsOld;

  private boolean gaveUp;

  /** The step at which it waits; {@link #NOWHERE}: it does not. */
  private int waits = NOWHERE;

  /** The step by which it has the room that it entered last; {@link #NOWHERE}: it holds none. */
  private int innermost = NOWHERE;

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
    this.draws = stage.schedule.newDraws();
    this.personClass = journey.schedule.classOf(draws, index);
    this.tally =
        new WalkerTally(stage, journey, journey.recorders.get(personClass), index, intendedNanos);
    this.visits = new PoolVisit[journey.schedule.size()];
    this.turns = journey.repeats ? new StepTurns(visits.length) : StepTurns.ONCE;
  }

  /** A person that is already on its way out is not interrupted again. */
  @Override
  void interrupt() {
    if (!stopped) {
      super.interrupt();
    }
  }

  /** A person that holds a room has to leave it, so that those who wait for it can go, too. */
  @Override
  void interruptUnlessInLine() {
    if (waits == NOWHERE || innermost != NOWHERE) {
      interrupt();
    }
  }

  @Override
  public void run() {
    long cutWaitNanos = WalkerTally.NOT_YET;
    try {
      try {
        while (tally.beginsAnother(draws, atNanos, gaveUp)) {
          begin();
          takes(journey.steps);
          tally.isOver(atNanos(), gaveUp);
        }
      } catch (InterruptedException over) {
        cutWaitNanos = leftBehind ? WalkerTally.NOT_YET : tally.cut();
      }
    } catch (Throwable fault) {
      stage.fail(fault);
    }
    if (!leftBehind) {
      tellOfPools();
      tally.tell(atNanos, cutWaitNanos);
    }
    stage.roster.leaves(index);
  }

  @Override
  void isLeftBehind() {
    leftBehind = true;
    long untilNanos = stage.stopNanos();
    PoolVisit waiting = visit(waits);
    if (waiting != null) {
      waiting.isCutWaiting(untilNanos);
    }
    for (PoolVisit visit = visit(innermost); visit != null; visit = visit.outer()) {
      visit.isCutInside(untilNanos);
    }
    tellOfPools();
    tally.isLeftBehind(atNanos);
  }

  private void tellOfPools() {
    for (PoolVisit visit : visits) {
      if (visit != null) {
        visit.tell();
      }
    }
  }

  /** When the latest step was over: now, if it is over by now and the clock was not read since. */
  long atNanos() {
    if (clockIsOld) {
      wasAt(stage.now());
    }
    return atNanos;
  }

  private void wasAt(long nanos) {
    atNanos = nanos;
    clockIsOld = false;
  }

  private void begin() {
    tally.begins();
    wasAt(tally.intendedNanos);
    gaveUp = false;
    turns.begin();
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
        || journey.schedule.taken(
            draws, step.number(), index, number(), turns.chosen(step.number()));
  }

  private void enters(PlannedStep step) throws InterruptedException {
    int number = step.number();
    PoolVisit visit = visits[number];
    if (visit == null) {
      visit = new PoolVisit(this, stage, journey.pools.get(step.pool()), step, tally);
      visits[number] = visit;
    }
    int turn = turns.taken(number);
    long arrivedNanos = atNanos();
    visit.begins(
        turn,
        arrivedNanos,
        Math.max(arrivedNanos, tally.beganNanos),
        journey.schedule.patienceNanos(draws, number, personClass, index, number(), turn));
    waits = number;
    moves++;
    boolean completed;
    try {
      completed = visit.pool.mode.visit(visit);
    } catch (InterruptedException over) {
      goes();
      if (waits == number && !leftBehind) {
        long untilNanos = Math.min(stage.now(), stage.stopNanos());
        tally.waitedNanos += Math.max(untilNanos - visit.arrivedNanos(), 0);
        waits = NOWHERE;
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
    waits = NOWHERE;
    moves++;
    tally.waitedNanos += now - visit.arrivedNanos();
    wasAt(now);
    gaveUp = true;
    visit.givesUp(now);
    if (stage.transcript != null) {
      stage.transcript.givesUp(index);
    }
  }

  /**
   * The person has a room.
   *
   * @return the step by which it holds another one already, or {@link #NOWHERE}
   */
  int enters(int step, long waited, long now) {
    int outer = innermost;
    waits = NOWHERE;
    innermost = step;
    moves++;
    tally.waitedNanos += waited;
    wasAt(now);
    return outer;
  }

  /**
   * The person leaves the room that it entered last.
   *
   * @param over whether it has done there what it came for, or has given up
   */
  void leaves(int outer, long now, boolean over) {
    if (!over) {
      goes();
    }
    innermost = outer;
    moves++;
    wasAt(now);
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
    tally.refusals++;
    if (stage.transcript != null) {
      stage.transcript.refused(index);
    }
  }

  private void holds(PlannedStep step) throws InterruptedException {
    int number = step.number();
    long nanos = journey.schedule.holdNanos(draws, number, index, number(), turns.taken(number));
    PoolVisit visit = visit(innermost);
    if (visit == null) {
      stage.sleepUntil(Math.max(atNanos(), tally.beganNanos) + nanos);
    } else {
      visit.holds(nanos);
    }
    clockIsOld = true;
  }

  @Override
  int person() {
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
    return tally.begun - 1L;
  }

  /** How many steps a journey has. */
  int stepCount() {
    return visits.length;
  }

  Draws draws() {
    return draws;
  }

  /** Whether it has been counted as one that could not be freed. */
  boolean wasLeftBehind() {
    return leftBehind;
  }

  @Override
  @Nullable Room waitsFor() {
    PoolVisit waiting = visit(waits);
    return waiting == null ? null : waiting.waitsFor();
  }

  @Override
  long refusals() {
    return tally.refusals;
  }

  /** Where it waits; a racy look. */
  @Nullable PoolVisit waits() {
    return visit(waits);
  }

  /** The room that it entered last; a racy look. */
  @Nullable PoolVisit innermost() {
    return visit(innermost);
  }

  /** Its visits at that step; null: there is no step. */
  @Nullable PoolVisit visit(int step) {
    return step == NOWHERE ? null : visits[step];
  }

  /**
   * Equal in two looks: between them it has neither begun nor ended to wait, nor to hold a room.
   */
  int moves() {
    return moves;
  }
}
