package io.anteroom.run.engine;

import io.anteroom.measure.VisitRecorder;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.schedule.Draws;

/**
 * What a person on journeys remembers and records of them, and when it comes for the next one.
 * Confined to the person's thread, but for racy looks.
 */
final class WalkerTally {
  static final long NOT_YET = Stage.NOT_YET;

  private final Stage stage;
  private final JourneyStage journey;

  /** Of the journeys of the person's class. */
  private final PartRecorder own;

  /** Whether those tell the same as the whole run, so that nobody asks for them. */
  private final boolean alone;

  /** What the person remembers of its journeys. */
  final PartNotes notes = new PartNotes();

  private final int index;

  /** Where the latest journey was recorded; see {@link VisitRecorder#completed}. */
  int sheet;

  /** Journeys begun so far, the present one included. */
  int begun;

  /**
   * When the present journey is intended to begin; of the first one of an open model, from birth.
   */
  long intendedNanos;

  /** When it really began; until then {@link #NOT_YET}. Never before it was intended. */
  long beganNanos = NOT_YET;

  /** Waited so far in this journey, in all pools. */
  long waitedNanos;

  /** Attempts in vain in this journey. */
  long refusals;

  /** Whether this journey is measured. */
  boolean counts;

  /** The measured waits of all journeys; {@link #NOT_YET} before there are any. */
  private long measuredWaitNanos = NOT_YET;

  WalkerTally(Stage stage, JourneyStage journey, PartRecorder own, int index, long intendedNanos) {
    this.stage = stage;
    this.journey = journey;
    this.own = own;
    this.alone = journey.journey.classes().isEmpty();
    this.index = index;
    this.sheet = index;
    this.intendedNanos = intendedNanos;
  }

  /**
   * Waits for the next journey, where a pause comes first; false if there is none.
   *
   * @param atNanos when the latest one was over
   * @param gaveUp whether that was given up
   */
  boolean beginsAnother(Draws draws, long atNanos, boolean gaveUp) {
    return stage.open
        ? begun == 0 || (gaveUp && returns(draws, atNanos))
        : comesAgain(draws, atNanos, gaveUp && journey.mostReturns > 0);
  }

  /** A person of an open model who gave up comes again, if it has not done so too often. */
  private boolean returns(Draws draws, long atNanos) {
    int before = begun - 1;
    if (before >= journey.mostReturns) {
      return false;
    }
    intendedNanos = atNanos + journey.schedule.pauseNanos(draws, index, before);
    if (intendedNanos >= Math.min(stage.arrivalsEndNanos, stage.stopNanos()) || !hasPaused()) {
      return false;
    }
    boolean measured = stage.window.contains(intendedNanos);
    if (measured) {
      journey.returned.increment();
    }
    boolean full = stage.isFullForReturning();
    if (full) {
      stage.turnsAway(index, intendedNanos, measured);
    }
    return !full;
  }

  private boolean comesAgain(Draws draws, long atNanos, boolean retries) {
    Demand demand = stage.scenario.demand();
    if (begun >= stage.visitsEach) {
      stage.window.finishes(atNanos);
      return false;
    }
    boolean first = begun == 0;
    if (!first) {
      intendedNanos = atNanos;
      beganNanos = intendedNanos;
    }
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
    long began = stage.pauses(index, intendedNanos);
    if (began == NOT_YET) {
      return false;
    }
    beganNanos = began;
    return true;
  }

  /** The next journey begins. */
  void begins() {
    boolean first = begun == 0;
    begun++;
    if (beganNanos == NOT_YET) {
      beganNanos = Math.max(stage.now(), intendedNanos);
    }
    waitedNanos = 0;
    refusals = 0;
    counts = first ? stage.measured(index, intendedNanos) : stage.window.contains(intendedNanos);
  }

  /** The journey has come to its end then, or was given up. */
  void isOver(long now, boolean gaveUp) {
    wasPresent(now);
    journey.ends(index);
    if (stage.window.endsIn(now)) {
      notes.endsWithin(!gaveUp);
    }
    if (gaveUp) {
      stage.census.abandons();
    }
    VisitRecorder recorder = counts ? stage.measured : stage.unmeasured;
    if (counts) {
      measuredWaitNanos = Math.max(measuredWaitNanos, 0) + waitedNanos;
      record(now, gaveUp);
    } else {
      stage.noteIfLate(intendedNanos);
    }
    recorder.refused(refusals);
    if (gaveUp) {
      recorder.abandoned(index, waitedNanos);
    } else {
      long lateNanos = Math.min(beganNanos - intendedNanos, waitedNanos);
      sheet =
          recorder.completed(
              sheet, waitedNanos, waitedNanos - lateNanos, now - intendedNanos - waitedNanos);
    }
  }

  private void record(long now, boolean gaveUp) {
    long waited = stage.range.within(waitedNanos);
    if (gaveUp) {
      notes.abandons(waited, refusals);
    } else {
      notes.completes(waited, refusals);
    }
    if (alone) {
      return;
    }
    if (gaveUp) {
      own.abandons(index, waited);
    } else {
      long others = stage.range.within(now - intendedNanos - waitedNanos);
      own.completes(sheet, waited, others, stage.range.within(waited + others));
    }
  }

  /** The person was present, in this journey, from its beginning until then. */
  private void wasPresent(long untilNanos) {
    notes.insideNanos += stage.window.overlapNanos(intendedNanos, untilNanos);
    notes.allInsideNanos += Math.max(Math.min(untilNanos, stage.stopNanos()) - beganNanos, 0);
  }

  /**
   * Counts a journey that the end of the run cuts short.
   *
   * @return how long it had waited if it is measured, else {@link #NOT_YET}
   */
  long cut() {
    long untilNanos = Math.max(Math.min(stage.now(), stage.stopNanos()), intendedNanos);
    wasPresent(untilNanos);
    if (counts) {
      notes.isCut(stage.range.within(waitedNanos), refusals);
    } else {
      stage.noteIfLate(intendedNanos);
    }
    (counts ? stage.measured : stage.unmeasured).refused(refusals);
    stage.census.cuts(waitedNanos, 0, counts);
    return counts ? waitedNanos : NOT_YET;
  }

  /**
   * Tells what the person did in all.
   *
   * @param atNanos when its latest step was over
   * @param cutWaitNanos the measured wait of a journey that was cut short; else {@link #NOT_YET}
   */
  void tell(long atNanos, long cutWaitNanos) {
    long waitNanos = measuredWaitNanos;
    if (cutWaitNanos != NOT_YET) {
      waitNanos = Math.max(waitNanos, 0) + cutWaitNanos;
    }
    if (waitNanos != NOT_YET) {
      stage.fairness.add(waitNanos);
    }
    own.add(notes);
    stage.totals.add(notes.completedWithin, notes.abandonedWithin, 0);
    stage.window.leaves(atNanos);
    stage.census.began(begun);
  }

  /** Counts a person that could not be freed when the run ended. */
  void isLeftBehind(long atNanos) {
    tell(atNanos, begun > 0 && beganNanos >= intendedNanos ? cut() : NOT_YET);
  }
}
